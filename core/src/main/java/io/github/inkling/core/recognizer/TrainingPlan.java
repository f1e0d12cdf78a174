package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.RescanSettings;

/** All that is chosen; features, classifier, rejection and calibration may be null. */
record TrainingPlan(
    Normalizer normalizer,
    FeatureExtractor features,
    Trainer classifier,
    int copies,
    AugmentationSettings augmentation,
    RescanSettings rescan,
    RejectionSettings rejection,
    LabeledDigits calibration,
    long seed,
    ProgressListener progress) {
  TrainingPlan withNormalizer(Normalizer value) {
    return new TrainingPlan(
        value,
        features,
        classifier,
        copies,
        augmentation,
        rescan,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withFeatures(FeatureExtractor value) {
    return new TrainingPlan(
        normalizer,
        value,
        classifier,
        copies,
        augmentation,
        rescan,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withClassifier(Trainer value) {
    return new TrainingPlan(
        normalizer,
        features,
        value,
        copies,
        augmentation,
        rescan,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withCopies(int value) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        value,
        augmentation,
        rescan,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withAugmentation(AugmentationSettings value) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        copies,
        value,
        rescan,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withRescan(RescanSettings value) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        copies,
        augmentation,
        value,
        rejection,
        calibration,
        seed,
        progress);
  }

  TrainingPlan withRejection(RejectionSettings settings, LabeledDigits digits) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        copies,
        augmentation,
        rescan,
        settings,
        digits,
        seed,
        progress);
  }

  TrainingPlan withSeed(long value) {
    return new TrainingPlan(
        normalizer,
        features,
        classifier,
        copies,
        augmentation,
        rescan,
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
        rescan,
        rejection,
        calibration,
        seed,
        value);
  }
}
