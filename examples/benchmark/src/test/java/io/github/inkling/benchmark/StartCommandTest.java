package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {
  @TempDir Path folder;

  @Test
  void everyTimeIsMeasured() throws IOException {
    Path json = folder.resolve("start.json");

    Invocation run = Invocation.of("start", "--json", json);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("loading, first in the process", "the first answer", "bytes");
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    for (String name : new String[] {"firstLoad", "firstAnswer", "secondAnswer", "load"}) {
      assertThat(report.path(name + "Seconds").asDouble()).as(name).isPositive();
    }
    assertThat(report.path("bytes").asInt()).isPositive();
  }
}
