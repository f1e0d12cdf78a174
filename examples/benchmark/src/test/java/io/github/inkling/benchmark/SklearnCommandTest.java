package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SklearnCommandTest {
  private static final int TRAINING = 200;
  private static final int QUESTIONS = 40;

  @TempDir private Path folder;

  @Test
  void ratiosAreTheirsByOurs() throws IOException {
    Path sklearn = sklearn(0);
    Path json = folder.resolve("comparison.json");

    Invocation run =
        Invocation.of(
            "against-sklearn",
            "--sklearn",
            sklearn,
            "--repetitions",
            1,
            "--warm-up",
            0,
            "--json",
            json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    double own = report.path("svm").path("trainSeconds").path(0).asDouble();
    assertThat(report.path("ratios").path("SVM training s").asDouble()).isEqualTo(100 / own);
    assertThat(report.path("mlp").path("epochs").asInt()).isPositive();
    assertThat(report.path("knn").path("neighborsDifferent").asInt()).isZero();
    assertThat(run.out()).contains("k-NN: of 40 digits 0 have other neighbours");
    assertThat(run.err()).as("as many hidden units as theirs").contains("mlp:hidden=7,epochs=1");
  }

  @Test
  void anotherNeighbourIsCountedAndIsNoTie() throws IOException {
    Path sklearn = sklearn(1);

    Invocation run =
        Invocation.of("against-sklearn", "--sklearn", sklearn, "--repetitions", 1, "--warm-up", 0);

    assertThat(run.out())
        .contains("k-NN: of 40 digits 1 have other neighbours; 0 of these are ties");
  }

  @Test
  void neighboursThatAreNoTrainingDigitsAreRefused() throws IOException {
    Path sklearn = sklearn(0);
    int[] neighbors = new int[3 * QUESTIONS];
    neighbors[4] = TRAINING;
    NpyArrays.ints(folder.resolve("neighbors.npy"), "(40, 3)", neighbors);

    Invocation run = Invocation.of("against-sklearn", "--sklearn", sklearn, "--warm-up", 0);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("neighbours must be 3 numbers in 0..199, not [0, 200, 0]");
  }

  @Test
  void figuresThatAreMissingAreNamed() throws IOException {
    Path sklearn = sklearn(0);
    Files.writeString(
        sklearn, Files.readString(sklearn).replace("\"predictSeconds\"", "\"seconds\""));

    Invocation run = Invocation.of("against-sklearn", "--sklearn", sklearn, "--warm-up", 0);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("scikit-learn's figures have no predictSeconds");
  }

  @Test
  void aFileThatIsNoJsonIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("sklearn.json"), "svm");

    Invocation run = Invocation.of("against-sklearn", "--sklearn", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("sklearn.json: is no JSON");
  }

  @Test
  void aFileWithoutMatricesIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("sklearn.json"), "{}");

    Invocation run = Invocation.of("against-sklearn", "--sklearn", file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("sklearn.json: has no settings.train");
  }

  /** What compare.py would write, with neighbours by the definition, some of them wrong. */
  private Path sklearn(int wrong) throws IOException {
    MnistMatrices digits = MnistMatrices.of("zoning", TRAINING, QUESTIONS, ProgressListener.NONE);
    int[] neighbors =
        IntStream.range(0, QUESTIONS).flatMap(digit -> nearest(digits, digit).limit(3)).toArray();
    for (int digit = 0; digit < wrong; digit++) {
      neighbors[3 * digit] = nearest(digits, digit).skip(TRAINING - 1).findFirst().orElseThrow();
    }
    NpyArrays.ints(folder.resolve("neighbors.npy"), "(40, 3)", neighbors);
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("sklearn", "1.2.1");
    ObjectNode settings = json.putObject("settings");
    settings.put("c", 10).put("gamma", 0.05).put("k", 3).put("threads", 2).put("target", 0.9);
    settings.put("hidden", 7);
    save(settings, "train", digits.training());
    save(settings, "test", digits.questions());
    for (String task : new String[] {"svm", "knn"}) {
      ObjectNode node = json.putObject(task);
      node.putArray("trainSeconds").add(100.0);
      node.putArray("predictSeconds").add(1.0).add(3.0).add(2.0);
      node.put("answered", QUESTIONS).put("errors", 4);
    }
    json.withObject("/knn").put("neighbors", "neighbors.npy");
    json.putObject("mlp").put("reached", true).put("epochs", 3).put("seconds", 5).put("errors", 2);
    return Files.writeString(folder.resolve("sklearn.json"), json.toString());
  }

  private void save(ObjectNode settings, String name, LabeledMatrix matrix) throws IOException {
    FeatureMatrix features = matrix.features();
    Path file = folder.resolve(name + ".npy");
    NpyArrays.floats(file, features.rows(), features.columns(), features.values());
    Path labels = folder.resolve(name + "-labels.npy");
    NpyArrays.ints(labels, "(" + matrix.size() + ",)", matrix.labels().toArray());
    settings.put(name, file.toString()).put(name + "Labels", labels.toString());
  }

  private static IntStream nearest(MnistMatrices digits, int digit) {
    return IntStream.range(0, TRAINING)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> squaredDistance(digits, digit, index)))
        .mapToInt(Integer::intValue);
  }

  private static double squaredDistance(MnistMatrices digits, int digit, int index) {
    double sum = 0;
    for (int column = 0; column < digits.training().features().columns(); column++) {
      double difference =
          (double) digits.questions().features().at(digit, column)
              - digits.training().features().at(index, column);
      sum += difference * difference;
    }
    return sum;
  }
}
