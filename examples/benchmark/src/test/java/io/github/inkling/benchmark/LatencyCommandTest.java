package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.model.Classifiers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyCommandTest {
  @TempDir private Path folder;

  @Test
  void everyBenchmarkRunsForAMoment() throws IOException {
    Path json = folder.resolve("latency.json");

    Invocation run =
        Invocation.of(
            "latency",
            "--classifiers",
            "knn",
            "--train",
            200,
            "--forks",
            0,
            "--iterations",
            1,
            "--seconds",
            0.05,
            "--json",
            json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.path("latencies").findValuesAsText("part"))
        .containsExactly("features", "normalise", "classify", "together");
    for (JsonNode latency : report.path("latencies")) {
      double median = latency.path("medianMicros").asDouble();
      assertThat(median).isPositive();
      assertThat(latency.path("p99Micros").asDouble()).isGreaterThanOrEqualTo(median);
      assertThat(latency.path("samples").asLong()).isPositive();
    }
    assertThat(report.path("preparedDigitsPerSecond").asDouble()).isGreaterThan(100);
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    Invocation run = Invocation.of("latency", "--model", "/no/such.inkling");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("/no/such.inkling");
  }

  @ParameterizedTest
  @CsvSource({"--classifiers,'svm,forest',forest", "--features,ink,ink"})
  void whatDoesNotExistIsNamedBeforeAnythingIsTrained(String option, String value, String name) {
    Invocation run = Invocation.of("latency", option, value);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("named '" + name + "'").doesNotContain("Training");
  }

  /** What is made of others is found by its name, so it can be measured too. */
  @Test
  void ensemblesAndCascadesCanBeMeasured() {
    assertThat(Classifiers.trainer("ensemble").spec()).startsWith("ensemble:");
    assertThat(Classifiers.trainer("cascade").spec()).startsWith("cascade:");
  }

  @Test
  void anEffortOutOfRangeIsRefusedByName() {
    Invocation run = Invocation.of("latency", "--forks", 11);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("forks must be in 0..10, not 11");
  }
}
