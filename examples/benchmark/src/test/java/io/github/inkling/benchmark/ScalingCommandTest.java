package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingCommandTest {
  @TempDir private Path folder;

  @Test
  void everySizeIsMeasuredInAProcessOfItsOwn() throws IOException {
    Path json = folder.resolve("scaling.json");

    Invocation run =
        Invocation.of(
            "scaling", "--sizes", "400,200", "--classifier", "svm", "--test", 50, "--json", json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode curve = new ObjectMapper().readTree(json.toFile()).path("curves").path(0);
    assertThat(curve.path("trainExponent").isNumber()).isTrue();
    assertThat(curve.path("points").findValuesAsText("digits")).containsExactly("200", "400");
    for (JsonNode point : curve.path("points")) {
      assertThat(point.path("trainSeconds").asDouble()).isPositive();
      assertThat(point.path("answered").asInt()).isEqualTo(50);
      assertThat(point.path("figures").path("support vectors").asInt()).isPositive();
    }
  }

  @Test
  void theReportTellsExponentsAndChangedCopies() {
    ScalingReport.Curve curve =
        new ScalingReport.Curve(
            "svm", List.of(point(10_000, 0, 1, 100), point(240_000, 4, 576, 2_400)));

    Report report = new ScalingReport(List.of(curve)).report();

    assertThat(report.text())
        .contains("training grows with digits^2.00, an answer with digits^1.00")
        .contains("240,000 digits: 48,000 pictures and 4 changed copies of each");
  }

  @Test
  void aPointIsReadAsItWasWritten() {
    ScalingPoint point = point(240_000, 4, 576, 2_400);

    assertThat(ScalingPoint.of(point.json())).isEqualTo(point);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sizes | 5000 | at least two different numbers",
        "--sizes | 5000,99 | --sizes must be in 100..1000000, not 99",
        "--test | 0 | --test must be in 1..10000, not 0",
        "--classifier | forest | 'forest'",
        "--features | ink | 'ink'",
      })
  void settingsAreRefusedByNameBeforeAnythingIsMeasured(
      String option, String value, String message) {
    Invocation run = Invocation.of("scaling", option, value);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(message).doesNotContain("digits\n");
  }

  private static ScalingPoint point(int digits, int copies, double seconds, double micros) {
    return new ScalingPoint(
        "svm", digits, copies, seconds, micros, 2_000, 20, 900, Map.of("support vectors", "5000"));
  }
}
