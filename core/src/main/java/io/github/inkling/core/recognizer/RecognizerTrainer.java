package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.core.vision.RescanSettings;
import io.github.inkling.core.vision.Rescanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains recognizers: how pictures are prepared, described and told apart. Immutable; each setter
 * returns a changed copy.
 *
 * <pre>{@code
 * DigitRecognizer recognizer = DigitRecognizer.trainer()
 *     .features("hog")
 *     .classifier("knn:k=3")
 *     .train(digits);
 * }</pre>
 */
public final class RecognizerTrainer {
  /** The features that are used when none are named. */
  public static final String DEFAULT_FEATURES = "hog";

  /** The classifier that is used when none is named. */
  public static final String DEFAULT_CLASSIFIER = "svm";

  /** The seed that is used when none is given. */
  public static final long DEFAULT_SEED = 42;

  private static final int MOST_KINDS = 100;

  private final TrainingPlan plan;

  private RecognizerTrainer(TrainingPlan plan) {
    this.plan = plan;
  }

  static RecognizerTrainer defaults() {
    return new RecognizerTrainer(
        new TrainingPlan(
            new Normalizer(NormalizerSettings.defaults()),
            null,
            null,
            0,
            List.of(AugmentationSettings.defaults()),
            RescanSettings.none(),
            null,
            null,
            null,
            DEFAULT_SEED,
            ProgressListener.NONE));
  }

  /**
   * Chooses the preprocessing.
   *
   * @param settings how pictures are prepared
   * @return a changed copy
   */
  public RecognizerTrainer normalizer(NormalizerSettings settings) {
    return changed(draft -> draft.normalizer = new Normalizer(settings));
  }

  /**
   * Chooses the features by name; {@value #DEFAULT_FEATURES} if they are not chosen.
   *
   * @param spec such as {@code "hog+0.5*zoning:4x4"}
   * @return a changed copy
   * @throws IllegalArgumentException if a name or a setting is unknown or out of range, naming it
   */
  public RecognizerTrainer features(String spec) {
    return features(FeatureExtractors.of(spec));
  }

  /**
   * Chooses the features.
   *
   * @param extractor computes them
   * @return a changed copy
   */
  public RecognizerTrainer features(FeatureExtractor extractor) {
    return changed(draft -> draft.features = extractor);
  }

  /**
   * Chooses the classifier by name; {@value #DEFAULT_CLASSIFIER} if it is not chosen.
   *
   * @param spec such as {@code "svm:kernel=rbf,c=10"}
   * @return a changed copy
   * @throws IllegalArgumentException if the name or a setting is unknown or out of range, naming it
   */
  public RecognizerTrainer classifier(String spec) {
    return classifier(Classifiers.trainer(spec));
  }

  /**
   * Chooses the classifier.
   *
   * @param trainer trains it
   * @return a changed copy
   */
  public RecognizerTrainer classifier(Trainer trainer) {
    return changed(draft -> draft.classifier = trainer);
  }

  /**
   * Chooses by how many changed copies of each digit the training set is enlarged; none if it is
   * not chosen. Training then takes as many times the memory and more than as many times the time.
   *
   * @param number 0 to {@value Augmenter#MOST_COPIES}
   * @return a changed copy
   * @throws IllegalArgumentException if the number is out of range
   */
  public RecognizerTrainer augment(int number) {
    SettingRange.require("copies", number, 0, Augmenter.MOST_COPIES);
    return changed(draft -> draft.copies = number);
  }

  /**
   * Chooses how copies differ from their digits, those of {@link #augment} and those that a trainer
   * asks for; {@link AugmentationSettings#defaults()} if it is not chosen. Where there are several
   * kinds, the copies of a digit are of each in turn. If the number of a network's columns is a
   * multiple of that of the kinds, each column learns from one kind.
   *
   * @param kinds the largest changes of each kind of copies, 1 to {@value #MOST_KINDS}
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or too many
   */
  public RecognizerTrainer augmentation(AugmentationSettings... kinds) {
    SettingRange.require("the number of kinds of copies", kinds.length, 1, MOST_KINDS);
    return changed(draft -> draft.augmentation = List.of(kinds));
  }

  /**
   * Chooses how many of the copies, those of {@link #augment} and those that a trainer asks for,
   * are written with other pens and scanned by other scanners, see {@link Rescanner}; none if it is
   * not chosen.
   *
   * @param settings their share, and how often each change is made
   * @return a changed copy
   */
  public RecognizerTrainer rescan(RescanSettings settings) {
    return changed(draft -> draft.rescan = settings);
  }

  /**
   * Chooses that the recognizer learns what not to answer; without it, all that has ink is. A part
   * of the training digits is then kept for the calibration, and nothing is trained on it.
   *
   * @param settings how it learns
   * @return a changed copy
   */
  public RecognizerTrainer rejection(RejectionSettings settings) {
    return rejection(settings, null);
  }

  /**
   * Chooses that the recognizer learns what not to answer, and the digits for its calibration.
   *
   * @param settings how it learns
   * @param calibration digits that are not among those to train on
   * @return a changed copy
   */
  public RecognizerTrainer rejection(RejectionSettings settings, LabeledDigits calibration) {
    return changed(
        draft -> {
          draft.rejection = settings;
          draft.calibration = calibration;
        });
  }

  /**
   * Chooses a file in which the classifier's training writes down, epoch by epoch, how far it has
   * come, to go on from there when it was interrupted; it is not written if this is not chosen. The
   * recognizer is the same then, bit for bit on the same processor with as many threads, as if
   * nothing had happened. Trainers that do not {@linkplain Trainer#keepsCheckpoints keep
   * checkpoints} never write it.
   *
   * <p>The file is still there when training is over: {@link #deleteCheckpoint} is for when the
   * recognizer is saved. Where training diverges and nothing of it is kept, the file is deleted: it
   * would diverge again.
   *
   * <pre>{@code
   * Path checkpoint = Path.of("model.inkling.checkpoint");
   * RecognizerTrainer trainer = DigitRecognizer.trainer()
   *     .features("pixels")
   *     .classifier("cnn")
   *     .checkpoints(checkpoint, Files.exists(checkpoint));
   * trainer.train(digits).save(Path.of("model.inkling"));
   * trainer.deleteCheckpoint();
   * }</pre>
   *
   * @param file where; its folder must exist
   * @param resume true to go on from the file, which must be there and of the same training: the
   *     same classifier, features, digits, copies, seed and versions. False to begin, and then it
   *     must not be there
   * @return a changed copy
   */
  public RecognizerTrainer checkpoints(Path file, boolean resume) {
    return changed(draft -> draft.checkpoints = new CheckpointChoice(file, resume));
  }

  /**
   * Looks whether training can begin, or go on, with the chosen {@linkplain #checkpoints
   * checkpoint}: as training does, but before there are digits, of which nothing is asked here.
   *
   * @throws IOException if the file is there and should not be, or the other way round, or if it is
   *     damaged or of another training, saying what differs
   * @throws IllegalArgumentException if training is to go on and the classifier keeps no
   *     checkpoints, naming it
   */
  public void checkCheckpoint() throws IOException {
    Optional<CheckpointChoice> choice = plan.checkpointing();
    if (choice.isPresent()) {
      choice.get().find(TrainingFingerprint.of(plan));
    }
  }

  /**
   * Deletes the chosen {@linkplain #checkpoints checkpoint}, if there is one. To be called when the
   * recognizer that this trainer has trained is saved, and not before: until then the checkpoint is
   * all that a crash leaves.
   *
   * @throws IOException if it cannot be deleted
   */
  public void deleteCheckpoint() throws IOException {
    plan.deleteCheckpoint();
  }

  /**
   * Chooses the seed; {@value #DEFAULT_SEED} if it is not chosen.
   *
   * @param value decides every random choice
   * @return a changed copy
   */
  public RecognizerTrainer seed(long value) {
    return changed(draft -> draft.seed = value);
  }

  /**
   * Chooses who hears of progress.
   *
   * @param listener hears of every stage
   * @return a changed copy
   */
  public RecognizerTrainer progress(ProgressListener listener) {
    return changed(draft -> draft.progress = listener);
  }

  private RecognizerTrainer changed(Consumer<TrainingPlan.Draft> change) {
    return new RecognizerTrainer(plan.with(change));
  }

  /**
   * Prepares digits as training would, for several trainings to share.
   *
   * @param digits pictures with their labels, at least two classes
   * @return the digits with their features
   * @throws IllegalArgumentException if there are fewer than two classes, the features of all
   *     digits and copies would be too many for one matrix, or a feature is NaN or infinite
   */
  public PreparedDigits prepare(LabeledDigits digits) {
    return new ClassifierTraining(plan).prepare(digits);
  }

  /**
   * Trains a recognizer.
   *
   * @param digits pictures with their labels, at least two classes
   * @return the recognizer, with its provenance
   * @throws IllegalArgumentException if there are fewer than two classes, the features of all
   *     digits and copies would be too many for one matrix, or a feature is NaN or infinite; or if
   *     training is to go on and the classifier keeps no checkpoints
   * @throws UncheckedIOException if there is something wrong with the file of {@link #checkpoints},
   *     as {@link #checkCheckpoint} says
   */
  public DigitRecognizer train(LabeledDigits digits) {
    ClassifierTraining training = new ClassifierTraining(plan);
    if (plan.rejection() == null) {
      return training.train(digits);
    }
    LabeledDigits learned = digits;
    LabeledDigits calibration = plan.calibration();
    if (calibration == null) {
      ClassifierTraining.requireTwoClasses(digits);
      Split split = Split.stratified(digits, 1 - plan.rejection().heldOut(), plan.seed());
      learned = split.train();
      calibration = split.rest();
    }
    return new RejectionTrainer(
            plan.rejection(), plan.rescan(), plan.augmentation(), plan.seed(), plan.progress())
        .train(training.train(learned), learned, calibration);
  }

  /**
   * Trains a recognizer on digits that are prepared already: it is the same as if they were not. If
   * it is to learn what not to answer, its digits are prepared anew, as not all of them are trained
   * on.
   *
   * @param digits what {@link #prepare} gave, or some of it; at least two classes
   * @return the recognizer, with its provenance
   * @throws IllegalArgumentException if there are fewer than two classes, the features of all
   *     digits and copies would be too many for one matrix, or the digits were prepared in another
   *     way than this trainer prepares them; or if training is to go on and the classifier keeps no
   *     checkpoints
   * @throws UncheckedIOException if there is something wrong with the file of {@link #checkpoints},
   *     as {@link #checkCheckpoint} says
   */
  public DigitRecognizer train(PreparedDigits digits) {
    digits.preparation().requireSame(plan.preparation(), "the trainer");
    return plan.rejection() == null
        ? new ClassifierTraining(plan).train(digits)
        : train(digits.digits());
  }
}
