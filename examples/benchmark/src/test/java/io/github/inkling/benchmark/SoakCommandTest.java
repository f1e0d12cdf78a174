package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakCommandTest {
  @TempDir Path folder;

  @Test
  void memoryIsToldAtTenPoints() throws IOException {
    Path json = folder.resolve("soak.json");

    Invocation run = Invocation.of("soak", "--pages", "10", "--json", json);

    JsonNode report = new ObjectMapper().readTree(json.toFile());
    // Ten pages are too few to be flat for certain.
    assertThat(run.exitCode()).as(run.err()).isEqualTo(report.path("flat").asBoolean() ? 0 : 1);
    assertThat(run.out()).contains("resident MB");
    assertThat(report.path("points")).hasSize(10);
    assertThat(report.path("points").get(9).path("pages").asInt()).isEqualTo(10);
  }

  @Test
  void tooFewPagesAreRefused() {
    Invocation run = Invocation.of("soak", "--pages", "9");

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("--pages");
  }
}
