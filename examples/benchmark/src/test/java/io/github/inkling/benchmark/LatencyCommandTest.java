package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void anEffortOutOfRangeIsRefusedByName() {
    Invocation run = Invocation.of("latency", "--forks", 11);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("forks must be in 0..10, not 11");
  }
}
