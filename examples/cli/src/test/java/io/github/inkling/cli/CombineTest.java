package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.classifiers.ensemble.EnsembleClassifier;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are joined into ensembles and cascades on the command line. */
class CombineTest {
  @TempDir static Path shared;
  private static Path knn;
  private static Path mlp;
  private static String training;
  private static String validation;

  @TempDir Path folder;
  private Path out;
  private Path json;

  @BeforeAll
  static void trainMembers() throws IOException {
    training = SmallMnist.write(shared, "train", 0, 400);
    validation = SmallMnist.write(shared, "validation", 400, 700);
    knn = train("knn", "zoning:4x4", "");
    mlp = train("mlp:hidden=16", "zoning:7x7", "");
  }

  @BeforeEach
  void nameResults() {
    out = folder.resolve("joint.inkling");
    json = folder.resolve("joint.json");
  }

  @Test
  void modelsAreCombinedAndComparedOnDigitsThatNoneHasSeen() throws IOException {
    Invocation run =
        Invocation.of(
            "combine",
            "--model",
            knn,
            "--model",
            mlp,
            "--data",
            validation,
            "--out",
            out,
            "--json",
            json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("ensemble:members=knn/mlp,method=pool", "errors", "log loss", "weight")
        .contains(knn.toString(), mlp.toString(), out + " (pool)", "flatters the last line");
    JsonNode result = read(json);
    JsonNode models = result.get("validation").get("models");
    assertThat(models).hasSize(3);
    assertThat(models.get(0).get("errors").asInt()).isEqualTo(errors(knn));
    assertThat(models.get(1).get("errors").asInt()).isEqualTo(errors(mlp));
    assertThat(models.get(2).get("errors").asInt()).isEqualTo(errors(out));
    assertThat(result.get("validation").get("samples").asInt()).isEqualTo(300);
    assertThat(result.get("weights")).hasSize(2);
    assertThat(models.get(2).get("logLoss").asDouble())
        .isLessThan(models.get(0).get("logLoss").asDouble());
  }

  @Test
  void evaluateTellsWhetherTheModelKnowsTheDigits() {
    Invocation.of("combine", "--model", knn, "--model", mlp, "--data", validation, "--out", out);

    assertThat(Invocation.of("evaluate", "--model", out, "--data", validation).out())
        .as("weights were fitted on them")
        .contains("the figures flatter it");
    assertThat(Invocation.of("evaluate", "--model", out, "--data", training).out())
        .as("members were trained on them")
        .contains("the figures flatter it");
    assertThat(Invocation.of("evaluate", "--model", knn, "--data", validation).out())
        .doesNotContain("flatter");
  }

  @Test
  void withoutDigitsModelsCountTheSame() throws IOException {
    Invocation run =
        Invocation.of(
            "combine", "--model", knn, "--model", mlp, "--method", "average", "--out", out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("method=average").doesNotContain("log loss");
    EnsembleClassifier ensemble = (EnsembleClassifier) DigitRecognizer.load(out).classifier();
    assertThat(ensemble.weights()).containsExactly(0.5, 0.5);
  }

  @Test
  void weightsAreTakenFromAnotherEnsemble() throws IOException {
    Path again = folder.resolve("again.inkling");
    Invocation.of(
        "combine",
        "--model",
        knn,
        "--model",
        mlp,
        "--data",
        validation,
        "--out",
        out,
        "--json",
        json);

    Invocation run =
        Invocation.of(
            "combine", "--model", knn, "--model", mlp, "--weights-of", out, "--out", again);
    Invocation other =
        Invocation.of(
            "combine", "--model", mlp, "--model", knn, "--weights-of", out, "--out", again);

    assertThat(run.exit()).as(run.err()).isZero();
    double weight =
        ((EnsembleClassifier) DigitRecognizer.load(again).classifier()).weights().get(0);
    assertThat(weight).isCloseTo(read(json).get("weights").get(0).asDouble(), within(1e-12));
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.errors()).hasSize(1).first().asString().contains("the weights are those of");
  }

  @Test
  void aCascadeTellsWhatItPassesOn() throws IOException {
    Invocation run =
        Invocation.of(
            "cascade",
            "--cheap",
            mlp,
            "--strong",
            knn,
            "--data",
            validation,
            "--more-errors",
            5,
            "--out",
            out,
            "--json",
            json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("cascade:cheap=mlp,strong=knn,more=5", "validation passed on", "answers")
        .contains("flatters");
    JsonNode result = read(json);
    JsonNode models = result.get("validation").get("models");
    assertThat(result.get("passedOn").asInt()).isBetween(0, 300);
    assertThat(models.get(2).get("errors").asInt())
        .isEqualTo(errors(out))
        .isLessThanOrEqualTo(models.get(1).get("errors").asInt() + 5);
  }

  @Test
  void aThresholdIsTakenAsGiven() throws IOException {
    Invocation run =
        Invocation.of(
            "cascade",
            "--cheap",
            mlp,
            "--strong",
            knn,
            "--threshold",
            "0.75",
            "--out",
            out,
            "--json",
            json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(read(json).get("threshold").asDouble()).isEqualTo(0.75);
  }

  @Test
  void digitsThatAModelWasTrainedOnAreRefused() {
    Invocation combine =
        Invocation.of("combine", "--model", knn, "--model", mlp, "--data", training, "--out", out);
    Invocation cascade =
        Invocation.of("cascade", "--cheap", mlp, "--strong", knn, "--data", training, "--out", out);

    assertFails(combine, "member 1 (knn:", "was trained on these very digits");
    assertFails(cascade, "cheap (mlp:", "was trained on these very digits");
  }

  @Test
  void modelsThatPreparePicturesDifferentlyAreRefused() throws IOException {
    Path slanted = train("knn", "zoning:4x4", "deskew=false");

    assertFails(
        Invocation.of("combine", "--model", knn, "--model", slanted, "--out", out),
        "member 1",
        "deskew=true",
        "member 2",
        "deskew=false");
  }

  @Test
  void aModelThatIsMissingIsNamed() {
    Path nowhere = folder.resolve("nowhere.inkling");

    assertFails(
        Invocation.of("combine", "--model", knn, "--model", nowhere, "--out", out),
        nowhere.toString(),
        "no such file");
    assertFails(
        Invocation.of(
            "cascade", "--cheap", nowhere, "--strong", knn, "--threshold", "1", "--out", out),
        nowhere.toString(),
        "no such file");
  }

  @Test
  void theSameModelTwiceIsBadUsage() {
    Path sameFile = knn.getParent().resolve("../" + shared.getFileName() + "/knn-.inkling");

    for (Invocation run :
        new Invocation[] {
          Invocation.of("combine", "--model", knn, "--model", sameFile, "--out", out),
          Invocation.of(
              "cascade", "--cheap", knn, "--strong", sameFile, "--threshold", "1", "--out", out)
        }) {
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("is given twice");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void noModelIsOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(knn);

    Invocation run = Invocation.of("combine", "--model", knn, "--model", mlp, "--out", knn);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errors()).hasSize(1).first().asString().contains("is read by this command");
    assertThat(Files.readAllBytes(knn)).isEqualTo(before);
  }

  private void assertFails(Invocation run, String... hints) {
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.errors()).hasSize(1).first().asString().contains(hints);
    assertThat(folder).isEmptyDirectory();
  }

  private static Path train(String classifier, String features, String preprocessing) {
    String name = classifier.replaceFirst(":.*", "") + "-" + preprocessing;
    Path model = shared.resolve(name + ".inkling");
    Invocation run =
        Invocation.of(
            "train",
            "--classifier",
            classifier,
            "--features",
            features,
            "--preprocessing",
            preprocessing,
            "--data",
            training,
            "--out",
            model);
    assertThat(run.exit()).as(run.err()).isZero();
    return model;
  }

  private int errors(Path model) throws IOException {
    Path report = folder.resolve("report.json");
    Invocation run =
        Invocation.of("evaluate", "--model", model, "--data", validation, "--json", report);
    assertThat(run.exit()).as(run.err()).isZero();
    return read(report).get("errors").asInt();
  }

  private static JsonNode read(Path json) throws IOException {
    return new ObjectMapper().readTree(json.toFile());
  }
}
