package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideCommandTest {
  @TempDir private Path folder;

  @Test
  void measuresEveryLibraryOnTheSameDigits() throws IOException {
    Path json = folder.resolve("report.json");
    Path markdown = folder.resolve("report.md");

    Invocation run =
        Invocation.of(
            "side-by-side",
            "--train",
            300,
            "--test",
            60,
            "--repetitions",
            2,
            "--warm-up",
            0,
            "--json",
            json,
            "--markdown",
            markdown);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("SVM, RBF, C = 10, gamma = 0.135", "k-NN, exact, k = 3");
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.path("trainingData").asText()).isEqualTo("mnist:fit");
    assertThat(report.path("data").asText()).isEqualTo("mnist:validation");
    assertThat(report.path("machine").path("cores").asInt()).isPositive();
    assertThat(libraries(report, "svm")).hasSize(5);
    assertThat(libraries(report, "knn")).hasSize(3);
    assertThat(libraries(report, "mlp")).hasSize(2);
    assertThat(Files.readString(markdown))
        .contains("examples/benchmark/run side-by-side --train 300", "| LIBSVM 3.25 |");
  }

  /** All solve the same problem, so their answers hardly differ, whatever they cost. */
  @Test
  void librariesAgreeOnWhatTheyLearned() throws IOException {
    Path json = folder.resolve("report.json");

    Invocation.of(
        "side-by-side",
        "--only",
        "svm,knn",
        "--train",
        500,
        "--test",
        100,
        "--repetitions",
        1,
        "--warm-up",
        0,
        "--json",
        json);

    JsonNode report = new ObjectMapper().readTree(json.toFile());
    for (String task : new String[] {"svm", "knn"}) {
      for (JsonNode library : libraries(report, task)) {
        assertThat(library.path("answered").asInt()).isEqualTo(100);
        assertThat(library.path("errors").asInt()).isLessThan(15);
        assertThat(library.path("labelsUnlikeInkling").asInt()).isLessThan(5);
        assertThat(library.path("predictRatio").asDouble()).isPositive();
      }
    }
  }

  @Test
  void aLibraryThatIsTooSlowAnswersFewerDigitsAndTheReportSaysSo() {
    Invocation run =
        Invocation.of(
            "side-by-side",
            "--only",
            "svm",
            "--train",
            300,
            "--test",
            200,
            "--repetitions",
            3,
            "--warm-up",
            0,
            "--budget",
            1e-6);

    assertThat(run.out()).contains("too slow for all, it answered the first 20 digits alone");
    assertThat(run.out()).contains("1 trainings");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--train | 3 | --train must be in 100..50000, not 3",
        "--test | 10001 | --test must be in 1..10000, not 10001",
        "--c | 0 | c must be",
        "--gamma | -1 | gamma must be",
        "--k | 0 | --k must be in 1..1000, not 0",
        "--repetitions | 0 | repetitions must be in 1..100, not 0",
        "--features | ink | 'ink'",
        "--json | /no/such/folder/a.json | the folder /no/such/folder is missing",
      })
  void settingsOutOfRangeAreRefusedByName(String option, String value, String message) {
    Invocation run = Invocation.of("side-by-side", option, value);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(message);
  }

  @Test
  void anUnknownTaskIsBadUsage() {
    Invocation run = Invocation.of("side-by-side", "--only", "forest");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("svm, knn, mlp");
  }

  private static JsonNode libraries(JsonNode report, String task) {
    return report.path("tasks").path(task).path("libraries");
  }
}
