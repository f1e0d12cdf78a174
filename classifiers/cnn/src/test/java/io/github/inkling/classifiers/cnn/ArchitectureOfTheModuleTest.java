package io.github.inkling.classifiers.cnn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows and the bans of {@code docs/architecture.md}, for a module that is optional. */
@AnalyzeClasses(
    packages = "io.github.inkling.classifiers.cnn",
    importOptions = DoNotIncludeTests.class)
class ArchitectureOfTheModuleTest {
  @ArchTest
  static final ArchRule theModuleKnowsCoreAndPyTorchAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.inkling.classifiers.cnn..",
              "io.github.inkling.core..",
              "ai.djl..",
              "com.sun.jna..",
              "java..");

  @ArchTest
  static final ArchRule onlyWhatIsHiddenKnowsPyTorch =
      noClasses()
          .that()
          .arePublic()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "com.sun.jna..");
}
