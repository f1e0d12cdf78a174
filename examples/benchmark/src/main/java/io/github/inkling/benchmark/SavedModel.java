package io.github.inkling.benchmark;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;

/** A model by its file, or by the word for the one that comes along. */
final class SavedModel {
  /** The model that comes along; a file of this name is {@code ./pretrained}. */
  static final String PRETRAINED = "pretrained";

  private SavedModel() {}

  static DigitRecognizer load(Path model) throws IOException {
    return model.toString().equals(PRETRAINED)
        ? DigitRecognizer.pretrained()
        : DigitRecognizer.load(model);
  }
}
