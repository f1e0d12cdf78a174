package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;

/** Trains in one way for every command; errors name the data. */
final class Training {
  private Training() {}

  static DigitRecognizer train(
      RecognizerTrainer trainer, LabeledDigits digits, ProgressListener progress) {
    try {
      return trainer.progress(progress).train(digits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(digits.name() + ": " + e.getMessage(), e);
    }
  }
}
