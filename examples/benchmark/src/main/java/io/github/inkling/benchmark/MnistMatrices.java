package io.github.inkling.benchmark;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.Preparation;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.mnist.Mnist;

/**
 * Features of MNIST's digits, prepared as a recognizer's are by default.
 *
 * @param training the first digits of {@code mnist:fit}
 * @param questions the first digits of {@code mnist:validation}
 */
record MnistMatrices(LabeledMatrix training, LabeledMatrix questions) {
  /** The least number of digits that have all ten labels, with room. */
  static final int LEAST = 100;

  /** Digits of {@code mnist:fit}. */
  static final int FIT = 50_000;

  /** Digits of {@code mnist:validation}. */
  static final int VALIDATION = 10_000;

  static MnistMatrices of(String features, int training, int questions, ProgressListener progress) {
    Preparation preparation =
        new Preparation(
            new Normalizer(NormalizerSettings.defaults()), FeatureExtractors.of(features));
    Split split = Mnist.fitAndValidation();
    return new MnistMatrices(
        first(training, split.train(), preparation, progress),
        first(questions, split.rest(), preparation, progress));
  }

  /** The first digits of a data set, or all if there are no more. */
  static LabeledMatrix first(
      int wanted, LabeledDigits digits, Preparation preparation, ProgressListener progress) {
    LabeledDigits first = digits.first(wanted);
    return new LabeledMatrix(
        first.name(),
        preparation.prepare(first.images(), progress).features(),
        Labels.of(first.labels()));
  }
}
