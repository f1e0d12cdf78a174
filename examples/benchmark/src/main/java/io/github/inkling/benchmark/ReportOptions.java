package io.github.inkling.benchmark;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.inkling.core.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say where a report goes besides the terminal. */
final class ReportOptions {
  // A line feed on every system, so that the same report is the same file.
  private static final ObjectWriter JSON =
      new ObjectMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON, too.")
  private Path json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the report as Markdown, too.")
  private Path markdown;

  /** Looks at the places before the work begins, not after hours of it. */
  void check() throws IOException {
    checkPlace(json);
    checkPlace(markdown);
    if (json != null && json.equals(markdown)) {
      throw new IOException(json + ": is named for two reports; name two files");
    }
  }

  void write(Report report, Console console) throws IOException {
    console.out().print(report.text());
    Machine machine = Machine.current();
    if (json != null) {
      machine.describe(report.json().putObject("machine"));
      report.json().put("command", commandLine());
      save(json, JSON.writeValueAsString(report.json()) + "\n");
    }
    if (markdown != null) {
      save(markdown, report.markdown(machine, commandLine()));
    }
  }

  private String commandLine() {
    return "examples/benchmark/run "
        + String.join(" ", command.root().commandLine().getParseResult().originalArgs());
  }

  static void checkPlace(Path file) throws IOException {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name a file to write");
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new IOException(
          "%s: the folder %s is missing or read-only; name another place".formatted(file, folder));
    }
  }

  private static void save(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
