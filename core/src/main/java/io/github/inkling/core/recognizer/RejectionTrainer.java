package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.model.RiskCoverageCurve;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.RescanSettings;
import io.github.inkling.core.vision.Rescanner;
import java.util.ArrayList;
import java.util.List;

/**
 * Teaches a trained recognizer what not to answer: trains a detector of digits on its features, and
 * calibrates it on digits that nobody trained on. Immutable.
 *
 * <p>The detector learns digits, changed copies of them and digits drawn anew, against {@link
 * io.github.inkling.core.nondigit.NonDigits} of every kind. All of them go the way of every
 * picture: normalizer, then features.
 */
public final class RejectionTrainer {
  /** What is more probably a digit than not is no reason to be silent. */
  private static final double HIGHEST_FLOOR = 0.5;

  private final RejectionSettings settings;
  private final RescanSettings rescan;
  private final Augmenter augmenter;
  private final long seed;
  private final ProgressListener progress;

  /**
   * A trainer.
   *
   * @param settings how the recognizer learns
   * @param rescan how many copies of digits are written and scanned anew
   * @param augmentation how changed copies of digits differ from them, each kind of copies
   * @param seed decides every random choice
   * @param progress hears of every stage
   * @throws IllegalArgumentException if there is no kind of copies
   */
  public RejectionTrainer(
      RejectionSettings settings,
      RescanSettings rescan,
      List<AugmentationSettings> augmentation,
      long seed,
      ProgressListener progress) {
    this.settings = settings;
    this.rescan = rescan;
    this.augmenter = new Augmenter(augmentation, seed);
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Trains.
   *
   * @param recognizer what is to learn; a rejection rule that it has is replaced
   * @param digits what the detector is trained on: best those that the recognizer was trained on
   * @param calibration digits that neither was trained on
   * @return the recognizer with its rejection rule; it rejects what is below the rule's floor
   * @throws IllegalArgumentException if there are no digits to train on or to calibrate on, or more
   *     pictures than a matrix of features can hold
   */
  public DigitRecognizer train(
      DigitRecognizer recognizer, LabeledDigits digits, LabeledDigits calibration) {
    if (digits.size() == 0) {
      throw new IllegalArgumentException(
          digits.name() + ": there are no digits to train a detector on");
    }
    requireDigits(calibration);
    Classifier detector = detector(recognizer.preparation(), digits);
    return calibrate(recognizer.withRejection(RejectionRule.uncalibrated(detector)), calibration);
  }

  /**
   * Calibrates a recognizer anew, such as on digits by the hands that it will read. Nothing is
   * trained.
   *
   * @param recognizer has a rejection rule, whose detector stays
   * @param calibration digits that nothing in it was trained on
   * @return the recognizer with a new floor and a new calibration; no accepted error is chosen
   * @throws IllegalArgumentException if there are no digits to calibrate on
   * @throws IllegalStateException if the recognizer was trained without rejection
   */
  public DigitRecognizer calibrate(DigitRecognizer recognizer, LabeledDigits calibration) {
    requireDigits(calibration);
    RejectionRule rule = recognizer.requireRejection();
    List<Prediction> answers =
        new ArrayList<>(
            recognizer.answeringAll().recognizeAll(calibration.images(), progress).predictions());
    double floor = floor(answers, settings.lost());
    answers.replaceAll(
        answer ->
            answer.digitProbability() < floor ? answer.reject(Rejection.UNLIKE_ANY_DIGIT) : answer);
    return recognizer.withRejection(
        new RejectionRule(
            rule.detector(),
            floor,
            RiskCalibration.of(
                calibration.name(),
                calibration.contentHash(),
                RiskCoverageCurve.of(calibration.labels(), answers))));
  }

  private static void requireDigits(LabeledDigits calibration) {
    if (calibration.size() == 0) {
      throw new IllegalArgumentException(
          calibration.name() + ": rejection is calibrated on at least one digit, and here is none");
    }
  }

  private Classifier detector(Preparation preparation, LabeledDigits digits) {
    Trainer trainer = Classifiers.trainer(settings.detector());
    DetectorExamples examples =
        DetectorExamples.of(
            digits,
            preparation.normalizer(),
            settings,
            new Rescanner(rescan, preparation.normalizer().settings(), seed),
            augmenter,
            seed,
            progress);
    TrainingSet set =
        new TrainingSet(
                preparation.features().extractAll(examples.pictures(), progress), examples.labels())
            .withOrigins(examples.origins());
    return trainer.train(set, seed, progress);
  }

  /**
   * The highest floor that loses no more than a share of digits: halfway between the last one lost
   * and the first one kept, so that the rounding of a batch does not decide.
   */
  static double floor(List<Prediction> answers, double lost) {
    double[] probabilities =
        answers.stream()
            .filter(Prediction::isDigit)
            .mapToDouble(Prediction::digitProbability)
            .sorted()
            .toArray();
    int below = (int) (lost * probabilities.length);
    if (below >= probabilities.length) {
      return 0;
    }
    double last = below == 0 ? 0 : probabilities[below - 1];
    return Math.min(HIGHEST_FLOOR, (last + probabilities[below]) / 2);
  }
}
