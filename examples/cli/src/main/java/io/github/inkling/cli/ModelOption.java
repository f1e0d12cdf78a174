package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names a trained model. */
final class ModelOption {
  /** Names the model that comes along; a file of this name is {@code ./pretrained}. */
  static final String PRETRAINED = "pretrained";

  @Option(
      names = "--model",
      defaultValue = PRETRAINED,
      paramLabel = "FILE",
      description = {
        "The model, as inkling train wrote it.",
        "Default: ${DEFAULT-VALUE}, which comes along"
      })
  private Path file;

  /** The file, or the word for the model that comes along. */
  Path file() {
    return file;
  }

  /** The files that are read: none for the model that comes along. */
  List<Path> files() {
    return isPretrained(file) ? List.of() : List.of(file);
  }

  DigitRecognizer load() throws IOException {
    return load(file);
  }

  static boolean isPretrained(Path file) {
    return file.toString().equals(PRETRAINED);
  }

  static DigitRecognizer load(Path file) throws IOException {
    if (isPretrained(file)) {
      return pretrained();
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name the model file in it");
    }
    if (!Files.exists(file)) {
      throw new IOException(
          "%s: no such file; make a model with inkling train --out %s".formatted(file, file));
    }
    return DigitRecognizer.load(file);
  }

  /** The one place that knows where the model that comes along is. */
  private static DigitRecognizer pretrained() throws IOException {
    throw new IOException(
        "no model comes along with this build; name one that inkling train wrote, with --model");
  }
}
