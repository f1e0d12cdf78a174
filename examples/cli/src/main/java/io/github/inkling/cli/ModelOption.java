package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a trained model. */
final class ModelOption {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The model, as inkling train wrote it.")
  private Path file;

  Path file() {
    return file;
  }

  DigitRecognizer load() throws IOException {
    return load(file);
  }

  static DigitRecognizer load(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name the model file in it");
    }
    if (!Files.exists(file)) {
      throw new IOException(
          "%s: no such file; make a model with inkling train --out %s".formatted(file, file));
    }
    return DigitRecognizer.load(file);
  }
}
