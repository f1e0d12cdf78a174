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
  static MnistMatrices of(String features, int training, int questions, ProgressListener progress) {
    Preparation preparation =
        new Preparation(
            new Normalizer(NormalizerSettings.defaults()), FeatureExtractors.of(features));
    Split split = Mnist.fitAndValidation();
    return new MnistMatrices(
        first(training, split.train(), preparation, progress),
        first(questions, split.rest(), preparation, progress));
  }

  private static LabeledMatrix first(
      int wanted, LabeledDigits digits, Preparation preparation, ProgressListener progress) {
    int count = Math.min(wanted, digits.size());
    return new LabeledMatrix(
        digits.name(),
        preparation.prepare(digits.images().subList(0, count), progress).features(),
        Labels.of(digits.labels()).first(count));
  }
}
