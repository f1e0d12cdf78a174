package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import java.util.Arrays;
import java.util.Locale;

/** Trains in one way for every command; errors name the data. */
final class Training {
  private Training() {}

  static DigitRecognizer train(
      RecognizerTrainer trainer, LabeledDigits digits, ProgressListener progress) {
    long classes = Arrays.stream(digits.classCounts()).filter(count -> count > 0).count();
    if (classes < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: training needs at least two different digits, but all %,d are of one; add others",
              digits.name(),
              digits.size()));
    }
    try {
      return trainer.progress(progress).train(digits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(digits.name() + ": " + e.getMessage(), e);
    }
  }
}
