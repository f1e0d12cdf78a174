package io.github.inkling.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.opencv.core.Mat;

/** The benchmark may call other libraries, but in one package alone. */
@AnalyzeClasses(packages = "io.github.inkling.benchmark", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule otherLibrariesStayAmongTheRivals =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.inkling.benchmark.rival..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("smile..", "org.bytedeco..", "libsvm..", "org.opencv.ml..");

  @ArchTest
  static final ArchRule openCvRacesOrDrawsLetters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.github.inkling.benchmark.rival..", "io.github.inkling.benchmark.nondigit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.opencv..");

  @ArchTest
  static final ArchRule rivalsKnowNothingOfWhoMeasuresThem =
      noClasses()
          .that()
          .resideInAPackage("io.github.inkling.benchmark.rival..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.inkling.benchmark", "io.github.inkling.benchmark.latency..");

  /** As in all of Inkling: its finalizer may delete a matrix during its last call. */
  @ArchTest
  static final ArchRule matricesAreReleasedByNativeScope =
      noClasses().should().callMethod(Mat.class, "release");
}
