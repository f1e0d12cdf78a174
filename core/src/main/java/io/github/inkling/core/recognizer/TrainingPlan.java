package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Normalizer;

/** All that is chosen; features, classifier, rejection and calibration may be null. */
record TrainingPlan(
    Normalizer normalizer,
    FeatureExtractor features,
    Trainer classifier,
    int copies,
    AugmentationSettings augmentation,
    RejectionSettings rejection,
    LabeledDigits calibration,
    long seed,
    ProgressListener progress) {
  TrainingPlan withNormalizer(Normalizer value) {
    return new TrainingPlan(
        value, features, classifier, copies, augmentation, rejection, calibration, seed, progress);
  }

  TrainingPlan withFeatures(FeatureExtractor value) {
    return new TrainingPlan(
        normalizer,
        value,
        classifier,
        copies,
        augmentation,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withClassifier(Trainer value) {
    return new TrainingPlan(
        normalizer, features, value, copies, augmentation, rejection, calibration, seed, progress);
  }

  TrainingPlan withCopies(int value) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        value,
        augmentation,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withAugmentation(AugmentationSettings value) {
    return new TrainingPlan(
        normalizer, features, classifier, copies, value, rejection, calibration, seed, progress);
  }

  TrainingPlan withRejection(RejectionSettings settings, LabeledDigits digits) {
    return new TrainingPlan(
        normalizer, features, classifier, copies, augmentation, settings, digits, seed, progress);
  }

  TrainingPlan withSeed(long value) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        copies,
        augmentation,
        rejection,
        calibration,
        value,
        progress);
  }

  TrainingPlan withProgress(ProgressListener value) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        copies,
        augmentation,
        rejection,
        calibration,
        seed,
        value);
  }
}
