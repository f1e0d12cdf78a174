package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuickstartCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void theWholeWayLeavesAModelAReportAndPictures() throws IOException {
    Path made = folder.resolve("some/where");

    assertThat(run(true, made)).isZero();

    assertThat(made.resolve("model.inkling")).isRegularFile();
    JsonNode report = new ObjectMapper().readTree(made.resolve("report.json").toFile());
    assertThat(report.get("samples").asInt()).isEqualTo(200);
    assertThat(report.get("accuracy").asDouble()).isGreaterThan(0.9);
    assertThat(made.resolve("digit-5.png")).isRegularFile();
    assertThat(out.toString()).contains("Accuracy", "Confusion matrix", "What next:", "\u2588");
    assertThat(out.toString().lines())
        .filteredOn(line -> !line.contains(folder.toString()))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void aTerminalWithoutBlocksGetsAscii() throws IOException {
    assertThat(run(false, folder.resolve("ascii"))).isZero();

    assertThat(out.toString()).matches("\\p{ASCII}*").contains("##");
  }

  private int run(boolean blocks, Path made) throws IOException {
    DataSpec training = DataSpec.parse(SmallMnist.write(folder, "train", 0, 600));
    DataSpec unseen = DataSpec.parse(SmallMnist.write(folder, "unseen", 1000, 1200));
    PrintWriter writer = new PrintWriter(out, true);
    Terminal terminal = new Terminal(writer, writer, false, false, blocks);
    return new CommandLine(new QuickstartCommand(terminal, training, unseen))
        .execute("--out", made.toString());
  }
}
