package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job through the command line, on real digits. */
class TrainAndEvaluateTest {
  @TempDir Path folder;

  @Test
  void whatWasTrainedIsMeasured() throws IOException {
    String training = SmallMnist.write(folder, "train", 0, 2000);
    String unseen = SmallMnist.write(folder, "unseen", 2000, 2500);
    Path model = folder.resolve("model.inkling");
    Path trainJson = folder.resolve("train.json");
    Path json = folder.resolve("report.json");
    Path csv = folder.resolve("predictions.csv");

    Invocation train =
        Invocation.of("train", "--data", training, "--out", model, "--json", trainJson);
    Invocation evaluate =
        Invocation.of(
            "evaluate", "--model", model, "--data", unseen, "--json", json, "--predictions", csv);

    assertThat(train.exit()).as(train.err()).isZero();
    assertThat(train.out()).contains("2,000 digits", "hog:", "svm:");
    checkTraining(read(trainJson), model);
    assertThat(evaluate.exit()).as(evaluate.err()).isZero();
    assertThat(evaluate.out()).contains("Accuracy", "Confusion matrix");
    checkReport(read(json), read(trainJson));
    checkPredictions(Files.readAllLines(csv), read(json).get("errors").asInt());
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void theSameSeedGivesTheSameClassifier() throws IOException {
    String data = SmallMnist.write(folder, "train", 0, 300);
    Path first = folder.resolve("first.inkling");
    Path second = folder.resolve("second.inkling");

    for (Path model : List.of(first, second)) {
      Invocation run =
          Invocation.of(
              "train", "--classifier", "svm", "--data", data, "--seed", 7, "--out", model);
      assertThat(run.exit()).as(run.err()).isZero();
    }

    assertThat(arrays(first)).isNotEmpty().isEqualTo(arrays(second));
  }

  @Test
  void augmentationEnlargesTheTrainingSetAndIsToldByTheModel() throws IOException {
    String data = SmallMnist.write(folder, "train", 0, 200);
    Path model = folder.resolve("knn.inkling");
    Path json = folder.resolve("train.json");

    Invocation train =
        Invocation.of(
            "train",
            "--classifier",
            "knn",
            "--data",
            data,
            "--augment",
            2,
            "--augmentation",
            "rotate=5",
            "--rescan",
            "share=0.5",
            "--out",
            model,
            "--json",
            json);
    Invocation info = Invocation.of("info", "--model", model);

    assertThat(train.exit()).as(train.err()).isZero();
    assertThat(train.err()).contains("Augmenting");
    assertThat(info.out()).contains("2 copies of each digit", "rotate=5,", "rescan.share=0.5,");
    assertThat(read(json).get("samples").asInt()).isEqualTo(200);
    assertThat(read(json).get("augment").asInt()).isEqualTo(2);
    assertThat(read(json).get("augmentation").get("rotate").asText()).isEqualTo("5");
    assertThat(read(json).get("augmentation").get("rescan.share").asText()).isEqualTo("0.5");
    assertThat(DigitRecognizer.load(model).classifier().state().arrays().get("labels").shape())
        .containsExactly(600);
  }

  @Test
  void copiesMayBeOfSeveralKinds() throws IOException {
    Path model = folder.resolve("knn.inkling");

    Invocation train =
        Invocation.of(
            "train",
            "--classifier",
            "knn",
            "--data",
            SmallMnist.write(folder, "train", 0, 200),
            "--augment",
            2,
            "--augmentation",
            "rotate=5",
            "--augmentation",
            "shift=2",
            "--out",
            model);

    assertThat(train.exit()).as(train.err()).isZero();
    assertThat(DigitRecognizer.load(model).provenance().augmentation().settings())
        .containsEntry("kind1.rotate", "5")
        .containsEntry("kind1.shift", "0.5")
        .containsEntry("kind2.rotate", "8")
        .containsEntry("kind2.shift", "2")
        .hasSize(16);
  }

  @Test
  void eachStageOfTheWorkIsToldOnce() throws IOException {
    LabeledDigits digits = SmallMnist.digits(0, 20);
    for (int i = 0; i < digits.size(); i++) {
      Path subfolder = folder.resolve("pictures").resolve(String.valueOf(digits.label(i)));
      PredictTest.png(digits.image(i), Files.createDirectories(subfolder).resolve(i + ".png"));
    }

    assertThat(stages("folder:" + folder.resolve("pictures")))
        .contains("Reading pictures")
        .doesNotHaveDuplicates()
        .filteredOn(stage -> stage.startsWith("Reading"))
        .hasSize(1);
    assertThat(stages(SmallMnist.write(folder, "idx", digits)))
        .contains("Reading idx files")
        .doesNotHaveDuplicates();
  }

  private List<String> stages(String data) {
    Path out = folder.resolve("knn.inkling");
    Invocation run = Invocation.of("train", "--classifier", "knn", "--data", data, "--out", out);
    assertThat(run.exit()).as(run.err()).isZero();
    return run.err().lines().map(line -> line.replaceFirst(":.*", "")).toList();
  }

  private static Object[] arrays(Path model) throws IOException {
    return DigitRecognizer.load(model).classifier().state().arrays().values().stream()
        .map(ModelArray::values)
        .toArray();
  }

  private static void checkTraining(JsonNode json, Path model) throws IOException {
    assertThat(json.fieldNames())
        .toIterable()
        .contains("data", "dataHash", "features", "classifier", "versions", "predictSeconds");
    assertThat(json.get("samples").asInt()).isEqualTo(2000);
    assertThat(json.get("seed").asLong()).isEqualTo(42);
    assertThat(json.get("featureSeconds").asDouble()).isPositive();
    assertThat(json.get("trainSeconds").asDouble()).isPositive();
    assertThat(json.get("predictSeconds").isNull()).as("nothing was predicted").isTrue();
    assertThat(json.get("modelBytes").asLong()).isEqualTo(Files.size(model));
  }

  private static void checkReport(JsonNode report, JsonNode training) {
    assertThat(report.get("samples").asInt()).isEqualTo(500);
    double accuracy = report.get("accuracy").asDouble();
    assertThat(accuracy).isGreaterThan(0.95);
    assertThat(report.get("errors").asInt() + report.get("rejected").asInt())
        .isEqualTo((int) Math.round(500 * (1 - accuracy)));
    assertThat(report.get("accuracyInterval").get(0).asDouble()).isLessThan(accuracy);
    assertThat(report.get("accuracyInterval").get(1).asDouble()).isGreaterThan(accuracy);
    assertThat(report.get("macroF1").asDouble()).isCloseTo(accuracy, within(0.03));
    assertThat(report.get("perClass")).hasSize(10);
    assertThat(report.get("confusion")).hasSize(10).allMatch(row -> row.size() == 10);
    assertThat(report.get("featureSeconds").asDouble()).isPositive();
    assertThat(report.get("predictSeconds").asDouble()).isPositive();
    assertThat(report.get("trainSeconds")).isEqualTo(training.get("trainSeconds"));
  }

  private static void checkPredictions(List<String> lines, int errors) {
    assertThat(lines).hasSize(501);
    assertThat(lines.get(0)).startsWith("truth,label,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9");
    long wrong =
        lines.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(row -> !row[1].isEmpty() && !row[0].equals(row[1]))
            .count();
    assertThat(wrong).isEqualTo(errors);
  }

  private static JsonNode read(Path json) throws IOException {
    return new ObjectMapper().readTree(json.toFile());
  }
}
