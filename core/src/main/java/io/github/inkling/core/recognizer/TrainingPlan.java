package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.RescanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All that is chosen; features, classifier, rejection, calibration and checkpoints may be null. */
record TrainingPlan(
    Normalizer normalizer,
    FeatureExtractor features,
    Trainer classifier,
    int copies,
    List<AugmentationSettings> augmentation,
    RescanSettings rescan,
    RejectionSettings rejection,
    LabeledDigits calibration,
    CheckpointChoice checkpoints,
    long seed,
    ProgressListener progress) {
  /** The chosen way from pictures to features, or the default one. */
  Preparation preparation() {
    return new Preparation(
        normalizer,
        features == null ? FeatureExtractors.of(RecognizerTrainer.DEFAULT_FEATURES) : features);
  }

  /** The chosen trainer, or the default one. */
  Trainer trainer() {
    return classifier == null
        ? Classifiers.trainer(RecognizerTrainer.DEFAULT_CLASSIFIER)
        : classifier;
  }

  /**
   * Where the trainer's checkpoints are to be kept.
   *
   * @return empty if nobody wants them, or the trainer keeps none
   * @throws IllegalArgumentException if it keeps none and is to go on from one
   */
  Optional<CheckpointChoice> checkpointing() {
    if (checkpoints == null) {
      return Optional.empty();
    }
    Trainer trainer = trainer();
    checkpoints.requireFit(trainer);
    return Optional.of(checkpoints).filter(choice -> trainer.keepsCheckpoints());
  }

  /** Deletes the checkpoint, if there is one. */
  void deleteCheckpoint() throws IOException {
    if (checkpoints != null && trainer().keepsCheckpoints()) {
      Files.deleteIfExists(checkpoints.file());
    }
  }

  /** A copy that differs in what is done to the draft. */
  TrainingPlan with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.plan();
  }

  /** A plan while it is changed. */
  static final class Draft {
    Normalizer normalizer;
    FeatureExtractor features;
    Trainer classifier;
    int copies;
    List<AugmentationSettings> augmentation;
    RescanSettings rescan;
    RejectionSettings rejection;
    LabeledDigits calibration;
    CheckpointChoice checkpoints;
    long seed;
    ProgressListener progress;

    private Draft(TrainingPlan plan) {
      normalizer = plan.normalizer;
      features = plan.features;
      classifier = plan.classifier;
      copies = plan.copies;
      augmentation = plan.augmentation;
      rescan = plan.rescan;
      rejection = plan.rejection;
      calibration = plan.calibration;
      checkpoints = plan.checkpoints;
      seed = plan.seed;
      progress = plan.progress;
    }

    private TrainingPlan plan() {
      return new TrainingPlan(
          normalizer,
          features,
          classifier,
          copies,
          augmentation,
          rescan,
          rejection,
          calibration,
          checkpoints,
          seed,
          progress);
    }
  }
}
