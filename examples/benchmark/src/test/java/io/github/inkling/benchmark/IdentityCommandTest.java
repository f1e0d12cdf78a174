package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"svm", "svm:kernel=poly,gamma=0.1"})
  void smilesOwnPredictAnswersTheSame(String classifier) throws IOException {
    Path json = folder.resolve("identity.json");

    Invocation run =
        Invocation.of(
            "identity", "--classifier", classifier, "--train", 300, "--test", 100, "--json", json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.path("decisions").asInt()).isEqualTo(4_500);
    assertThat(report.path("largestDecisionDifference").asDouble())
        .as("differs, as floats are not doubles, but hardly")
        .isBetween(1e-9, 1e-3);
    assertThat(report.path("labelsThatDiffer").asInt()).isZero();
    for (JsonNode difference : report.path("differences")) {
      assertThat(difference.path("margin").asDouble()).isLessThan(1e-3);
    }
  }

  @Test
  void anotherClassifierHasNoMachines() {
    Invocation run = Invocation.of("identity", "--classifier", "knn", "--train", 100);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("must be an svm, not knn");
  }

  @Test
  void aLinearKernelHasNoSupportVectorsLeft() {
    Invocation run = Invocation.of("identity", "--classifier", "svm:kernel=linear", "--train", 100);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("supportVectors");
  }
}
