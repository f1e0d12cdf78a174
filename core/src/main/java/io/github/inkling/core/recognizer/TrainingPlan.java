package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.RescanSettings;
import java.util.function.Consumer;

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
    AugmentationSettings augmentation;
    RescanSettings rescan;
    RejectionSettings rejection;
    LabeledDigits calibration;
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
          seed,
          progress);
    }
  }
}
