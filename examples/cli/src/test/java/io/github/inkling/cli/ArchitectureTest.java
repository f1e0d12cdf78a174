package io.github.inkling.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;

/** The arrows and the bans of {@code docs/architecture.md}, over the classes of all modules. */
@AnalyzeClasses(packages = "io.github.inkling", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String CORE = "io.github.inkling.core..";
  private static final String FEATURES = "io.github.inkling.features..";
  private static final String SMILE_MODULE = "io.github.inkling.classifiers.smile..";
  private static final String ENSEMBLE = "io.github.inkling.classifiers.ensemble..";
  private static final String ONNX_MODULE = "io.github.inkling.classifiers.onnx..";
  private static final String EVALUATION = "io.github.inkling.evaluation..";
  private static final String MNIST = "io.github.inkling.mnist..";
  private static final String SERVICE = "io.github.inkling.service..";
  private static final String CLI = "io.github.inkling.cli..";
  private static final String EXAMPLES = "io.github.inkling.examples..";

  private static final DescribedPredicate<JavaClass> OPENCV =
      resideInAnyPackage("org.opencv..", "nu.pattern..").as("OpenCV");
  private static final DescribedPredicate<JavaClass> SMILE =
      resideInAnyPackage("smile..", "org.bytedeco..").as("Smile and its natives");
  private static final DescribedPredicate<JavaClass> LUCENE =
      resideInAPackage("org.apache.lucene..").as("Lucene");
  private static final DescribedPredicate<JavaClass> ONNX =
      resideInAnyPackage("org.tribuo..", "ai.onnx..", "ai.onnxruntime..", "com.google.protobuf..")
          .as("ONNX and what its graphs are built with");
  private static final DescribedPredicate<JavaClass> WEB =
      resideInAnyPackage("io.javalin..", "jakarta..", "org.eclipse.jetty..", "io.micrometer..")
          .as("the web framework");

  @ArchTest
  static final ArchRule modulesKnowOnlyThoseAboveThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.github.inkling..")
          .layer("core")
          .definedBy(CORE)
          .layer("features")
          .definedBy(FEATURES)
          .layer("smile")
          .definedBy(SMILE_MODULE)
          .layer("ensemble")
          .definedBy(ENSEMBLE)
          .layer("onnx")
          .definedBy(ONNX_MODULE)
          .layer("evaluation")
          .definedBy(EVALUATION)
          .layer("mnist")
          .definedBy(MNIST)
          .layer("service")
          .definedBy(SERVICE)
          .layer("cli")
          .definedBy(CLI)
          .layer("examples")
          .definedBy(EXAMPLES)
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("examples")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("features")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("smile")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ensemble")
          .mayOnlyBeAccessedByLayers("cli", "examples")
          .whereLayer("onnx")
          .mayOnlyBeAccessedByLayers("cli", "examples")
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers("cli", "examples")
          .whereLayer("mnist")
          .mayOnlyBeAccessedByLayers("cli", "examples")
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("cli", "examples")
          .whereLayer("core")
          .mayOnlyBeAccessedByLayers(
              "features",
              "smile",
              "ensemble",
              "onnx",
              "evaluation",
              "mnist",
              "service",
              "cli",
              "examples")
          .because(
              "features and classifiers are found by name, so that what is typed can be saved");

  @ArchTest
  static final ArchRule coresPackagesHaveNoCycles =
      slices().matching("io.github.inkling.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule picturesKnowNothingOfWhatIsMadeOfThem =
      noClasses()
          .that()
          .resideInAPackage("io.github.inkling.core.image..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..core.dataset..", "..core.model..", "..core.vision..", "..core.recognizer..");

  @ArchTest
  static final ArchRule contractsKnowNothingOfWhoKeepsThem =
      noClasses()
          .that()
          .resideInAPackage("io.github.inkling.core.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..core.dataset..", "..core.vision..", "..core.recognizer..");

  @ArchTest
  static final ArchRule onlyPagesAreAboveTheRecognizer =
      noClasses()
          .that(
              resideInAPackage(CORE)
                  .and(not(resideInAnyPackage("..core.recognizer..", "..core.page.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..core.recognizer..");

  @ArchTest
  static final ArchRule pagesAreOnTopOfCore =
      noClasses()
          .that(resideInAPackage(CORE).and(not(resideInAPackage("..core.page.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..core.page..");

  @ArchTest
  static final ArchRule smileStaysInOneModule =
      noClasses()
          .that()
          .resideOutsideOfPackage(SMILE_MODULE)
          .should()
          .dependOnClassesThat(SMILE)
          .because("Smile is GPL-3");

  @ArchTest
  static final ArchRule luceneStaysInOneModule =
      noClasses().that().resideOutsideOfPackage(SMILE_MODULE).should().dependOnClassesThat(LUCENE);

  /** The module itself is not on this class path; it has a test like this of its own. */
  @ArchTest
  static final ArchRule pyTorchStaysInItsModule =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("ai.djl..", "com.sun.jna..");

  @ArchTest
  static final ArchRule onnxStaysInOneModule =
      noClasses().that().resideOutsideOfPackage(ONNX_MODULE).should().dependOnClassesThat(ONNX);

  @ArchTest
  static final ArchRule theWebFrameworkStaysInTheService =
      noClasses().that().resideOutsideOfPackage(SERVICE).should().dependOnClassesThat(WEB);

  @ArchTest
  static final ArchRule openCvStaysInCoreAndFeatures =
      noClasses()
          .that()
          .resideOutsideOfPackages(CORE, FEATURES)
          .should()
          .dependOnClassesThat(OPENCV);

  /**
   * A reference to {@code release}, as {@code NativeScope} takes it, is no call. What takes lists
   * makes matrices of its own.
   */
  @ArchTest
  static final ArchRule openCvsFinalizersDoNotRace =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(OPENCV))
                  .and(target(name("release")).or(target(rawParameterTypes(containList()))))
                  .and(not(target(name("findContours")))))
          .because(
              "the finalizer of a matrix may delete it during its last call: see NativeScope.release");

  @ArchTest
  static final ArchRule foreignTypesAreInNoPublicSignature =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .arePublic()
          .and(areOpen())
          .should(nameNone(OPENCV.or(SMILE).or(LUCENE).or(ONNX).or(WEB)))
          .as("no public signature should name a type of OpenCV, Smile, Lucene, ONNX or Javalin");

  @ArchTest
  static final ArchRule foreignTypesAreInNoPublicField =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .arePublic()
          .and(areOpen())
          .should()
          .haveRawType(OPENCV.or(SMILE).or(LUCENE).or(ONNX).or(WEB));

  @ArchTest
  static final ArchRule librariesDoNotPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLI, EXAMPLES)
          .should(ACCESS_STANDARD_STREAMS)
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule librariesDoNotExit =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule nothingIsSerializedByJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ObjectOutputStream.class);

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Helper");

  @ArchTest
  static final ArchRule thereIsNoGlobalState =
      fields()
          .that()
          .areStatic()
          // The compiler's own, such as the tables of a switch over an enum.
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule compositionNotInheritance =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should(extendNoneButObject())
          .as("classes should extend nothing of Inkling's own");

  private static DescribedPredicate<JavaMember> areOpen() {
    return DescribedPredicate.describe(
        "are public or protected",
        member ->
            member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED));
  }

  private static DescribedPredicate<List<JavaClass>> containList() {
    return DescribedPredicate.describe(
        "contain a list",
        types -> types.stream().anyMatch(type -> type.isEquivalentTo(List.class)));
  }

  private static ArchCondition<JavaCodeUnit> nameNone(DescribedPredicate<JavaClass> banned) {
    return new ArchCondition<>("not name " + banned.getDescription()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
            .filter(banned)
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getDescription() + " names " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaClass> extendNoneButObject() {
    return new ArchCondition<>("extend no class of Inkling's own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getRawSuperclass()
            .filter(parent -> parent.getPackageName().startsWith("io.github.inkling"))
            // The body of an enum constant is a class of its own.
            .filter(parent -> !parent.isEnum())
            .ifPresent(
                parent ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getDescription() + " extends " + parent.getName())));
      }
    };
  }
}
