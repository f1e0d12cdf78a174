package io.github.inkling.core.recognizer;

import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.model.FeatureExtractors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The model file: a {@link Container} with a {@link Manifest} and the arrays of a recognizer. */
final class RecognizerFile {
  private RecognizerFile() {}

  static void write(DigitRecognizer recognizer, Path file) throws IOException {
    encode(recognizer).write(file);
  }

  /** How large the file of a recognizer is, without writing it. */
  static long size(DigitRecognizer recognizer) {
    try {
      return encode(recognizer).fileBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the model's manifest cannot be made", e);
    }
  }

  private static Container encode(DigitRecognizer recognizer) throws IOException {
    ModelParts parts = ModelParts.of(recognizer);
    Payload payload = Payload.of(parts.arrays());
    return new Container(ContainerKind.MODEL, Manifest.write(recognizer, parts, payload), payload);
  }

  static DigitRecognizer read(Path file, FeatureExtractorProvider... own) throws IOException {
    try (InputStream in = InputFile.openRegular(file, "a model file")) {
      return read(in, Files.size(file), file, FeatureExtractors.with(own));
    }
  }

  static DigitRecognizer read(
      InputStream in, long size, Object source, FeatureExtractors extractors) throws IOException {
    return read(Container.read(ContainerKind.MODEL, in, size, source), source, extractors);
  }

  /** Reads a model from a stream, of which nobody knows how long it is. */
  static DigitRecognizer read(InputStream in, Object source, FeatureExtractors extractors)
      throws IOException {
    return read(Container.read(ContainerKind.MODEL, in, source), source, extractors);
  }

  private static DigitRecognizer read(
      Container.Content content, Object source, FeatureExtractors extractors) throws IOException {
    try {
      return Manifest.read(content.manifest(), content.payload(), extractors);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, e.getMessage(), e);
    }
  }
}
