package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        "Default: ${DEFAULT-VALUE}, which comes along; a file of this name is ./pretrained"
      })
  private Path file;

  /** The file, or the word for the model that comes along. */
  Path file() {
    return file;
  }

  /** The files that are read: none for the model that comes along. */
  List<Path> files() {
    return files(List.of(file));
  }

  /** Of some models those that are files. */
  static List<Path> files(List<Path> models) {
    return models.stream().filter(model -> !isPretrained(model)).toList();
  }

  DigitRecognizer load() throws IOException {
    return load(file);
  }

  /** Loads the model while the caller does something else. */
  CompletableFuture<DigitRecognizer> startLoading() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return load();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        ModelOption::onThreadOfItsOwn);
  }

  /** The threads of the common pool are few, and the caller's work may need them. */
  private static void onThreadOfItsOwn(Runnable loading) {
    Thread thread = new Thread(loading, "model");
    thread.setDaemon(true);
    thread.start();
  }

  static boolean isPretrained(Path file) {
    return file.toString().equals(PRETRAINED);
  }

  /** The same for two names of the same model. */
  static Path identity(Path model) throws IOException {
    if (isPretrained(model)) {
      return model;
    }
    return Files.exists(model) ? model.toRealPath() : model.toAbsolutePath();
  }

  static DigitRecognizer load(Path file) throws IOException {
    if (isPretrained(file)) {
      return DigitRecognizer.pretrained();
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
}
