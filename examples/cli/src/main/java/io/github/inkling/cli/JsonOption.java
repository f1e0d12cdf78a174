package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.AtomicFile;
import io.github.inkling.evaluation.JsonReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that asks for the result as JSON. */
final class JsonOption {
  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON, too.")
  private Path file;

  /** Where to, or {@code null} if it is not wanted. */
  Path file() {
    return file;
  }

  void write(ObjectNode json) throws IOException {
    if (file != null) {
      write(file, json);
    }
  }

  static void write(Path file, ObjectNode json) throws IOException {
    byte[] text = JsonReport.render(json).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(text));
  }
}
