package io.github.inkling.core.recognizer;

import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.DivergedException;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.Rescanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Trains recognizers that answer all that has ink, by a plan. */
final class ClassifierTraining {
  private final TrainingPlan plan;

  /**
   * Trains nothing yet.
   *
   * @param plan what was chosen; what it says of rejection is not looked at
   */
  ClassifierTraining(TrainingPlan plan) {
    this.plan = plan;
  }

  /** Prepares digits, if they can be trained on. */
  PreparedDigits prepare(LabeledDigits digits) {
    Preparation preparation = plan.preparation();
    requireTwoClasses(digits);
    TrainingCopies.requireRoom(digits.size(), plan.copies(), preparation.features().length());
    return PreparedDigits.of(digits, preparation, plan.progress());
  }

  /** Prepares digits and trains on them; not before it is sure that it can be trained on them. */
  DigitRecognizer train(LabeledDigits digits) {
    plan.trainer().requireFeatures(plan.preparation().features().length());
    findCheckpoint(digits);
    return train(prepare(digits));
  }

  /** Trains on digits that are prepared as the plan says. */
  DigitRecognizer train(PreparedDigits prepared) {
    LabeledDigits digits = prepared.digits();
    FeatureExtractor extractor = prepared.preparation().features();
    requireTwoClasses(digits);
    TrainingCopies.requireRoom(digits.size(), plan.copies(), extractor.length());
    Optional<Checkpoint> found = findCheckpoint(digits);

    Stopwatch copying = Stopwatch.start();
    TrainingCopies variations =
        new TrainingCopies(
            prepared.images(),
            digits.labels(),
            extractor,
            new Rescanner(plan.rescan(), plan.normalizer().settings(), plan.seed()),
            new Augmenter(plan.augmentation(), plan.seed()),
            plan.copies());
    TrainingSet set = variations.enlarge(prepared.features(), plan.progress());
    double featureSeconds = prepared.seconds() + copying.seconds();
    Checkpoints checkpoints = checkpoints(digits, found, variations);
    Trainer trainer = plan.trainer();
    Stopwatch training = Stopwatch.start();
    Classifier trained = train(trainer, set, checkpoints);
    double trainSeconds = found.map(Checkpoint::trainSeconds).orElse(0.0) + training.seconds();

    return new DigitRecognizer(
        prepared.preparation(),
        trained,
        new Provenance(
            digits.name(),
            digits.contentHash(),
            digits.size(),
            Provenance.countsOf(digits),
            variations.provenance(),
            plan.seed(),
            trainer.spec(),
            Versions.current(),
            Instant.now(),
            featureSeconds,
            trainSeconds,
            trained.report()));
  }

  /** A training that diverged would diverge again, so its checkpoint is of no use. */
  private Classifier train(Trainer trainer, TrainingSet set, Checkpoints checkpoints) {
    try {
      return trainer.train(set, plan.seed(), checkpoints, plan.progress());
    } catch (DivergedException e) {
      try {
        plan.deleteCheckpoint();
      } catch (IOException failure) {
        e.addSuppressed(failure);
      }
      throw e;
    }
  }

  private Optional<Checkpoint> findCheckpoint(LabeledDigits digits) {
    Optional<CheckpointChoice> choice = plan.checkpointing();
    if (choice.isEmpty()) {
      return Optional.empty();
    }
    try {
      return choice.get().find(TrainingFingerprint.of(plan, digits));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private Checkpoints checkpoints(
      LabeledDigits digits, Optional<Checkpoint> found, TrainingCopies variations) {
    Optional<CheckpointChoice> choice = plan.checkpointing();
    return choice.isEmpty()
        ? Checkpoints.NONE
        : new CheckpointFile(
            choice.get().file(), TrainingFingerprint.of(plan, digits), found, variations);
  }

  static void requireTwoClasses(LabeledDigits digits) {
    long classes = Arrays.stream(digits.classCounts()).filter(count -> count > 0).count();
    if (classes < 2) {
      throw new IllegalArgumentException(
          classes == 0
              ? "there are no digits to train on"
              : String.format(
                  Locale.ROOT,
                  "training needs at least two different digits, but all %,d are of one; add others",
                  digits.size()));
    }
  }
}
