package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxCommandTest {
  @TempDir private Path folder;

  @Test
  void thePretrainedModelAndItsGraphAgree() throws IOException {
    Path json = folder.resolve("onnx.json");

    Invocation run = Invocation.of("onnx", "--test", "300", "--json", json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("300 digits of mnist:test", "pretrained");
    JsonNode result = new ObjectMapper().readTree(json.toFile());
    JsonNode model = result.get("models").get(0);
    assertThat(result.get("models")).hasSize(1);
    assertThat(model.get("bytes").asInt()).isBetween(3_000_000, 4_000_000);
    assertThat(model.get("largestDifference").asDouble()).isBetween(1e-12, 1e-4);
    assertThat(model.get("otherLabels").asInt()).isZero();
    assertThat(model.get("onnxAloneMs").asDouble()).isPositive();
  }

  @Test
  void moreDigitsThanThereAreAreRefused() {
    Invocation run = Invocation.of("onnx", "--test", "10001");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("--test");
  }
}
