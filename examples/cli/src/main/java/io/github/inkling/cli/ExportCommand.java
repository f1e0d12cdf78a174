package io.github.inkling.cli;

import io.github.inkling.classifiers.onnx.OnnxExport;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Hands a trained model to programs that are not Java. */
@Command(
    name = "export",
    description = {
      "Write a model for phones, browsers and other languages.",
      "What is in the file runs from 28 x 28 pixels to ten probabilities; a photograph",
      "must be made such pixels, and what is no digit rejected, by whoever runs it."
    })
final class ExportCommand implements Callable<Integer> {
  private static final String ONNX = "onnx";
  private static final double MEGABYTE = 1e6;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private ModelOption model;

  @Option(
      names = "--format",
      defaultValue = ONNX,
      paramLabel = "NAME",
      description = {
        "The format: onnx, which ONNX Runtime and others run.",
        "Default: ${DEFAULT-VALUE}"
      })
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.onnx",
      description = "The file to write.")
  private Path out;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!format.toLowerCase(Locale.ROOT).equals(ONNX)) {
      throw new ParameterException(
          spec.commandLine(), "there is no format '%s'; known are %s".formatted(format, ONNX));
    }
    OutputFile.check(List.of(out), model.files());
    DigitRecognizer recognizer = model.load();
    OnnxExport.write(recognizer, out);
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s, ONNX, %.1f MB%n"
                + "  in   pixels, float32, batch x 1 x 28 x 28, 0 (paper) to 1 (ink)%n"
                + "  out  probabilities, float32, batch x 10%n",
            out,
            Files.size(out) / MEGABYTE);
    if (recognizer.rejection().isPresent()) {
      terminal.out().println("The model's rejection of what is no digit is not in it.");
    }
    return 0;
  }
}
