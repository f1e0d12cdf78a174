package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.StratifiedFolds;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.StandardDeviation;
import io.github.inkling.evaluation.significance.CorrectedResampledTTest;
import java.util.ArrayList;
import java.util.List;

/**
 * How a configuration does in stratified k-fold cross-validation on training digits: for each fold
 * the whole pipeline is trained on the others and measured on it.
 *
 * <p>Normalising and describing a digit takes nothing but that digit (see {@link
 * io.github.inkling.core.model.FeatureExtractor}), so both are done once for all folds, and it is
 * the same as if they were done in each. All that learns from several digits is trained in each
 * fold anew, and changed copies are made of the digits it is trained on alone.
 *
 * @param dataHash content hash of the digits, see {@link LabeledDigits#contentHash}
 * @param seed decided the folds
 * @param folds at least two
 */
public record CrossValidation(String dataHash, long seed, List<Fold> folds) {
  private static final String STAGE = "Cross-validating";

  /**
   * Copies the list.
   *
   * @param dataHash content hash of the digits
   * @param seed decided the folds
   * @param folds at least two
   * @throws IllegalArgumentException if there are fewer
   */
  public CrossValidation {
    if (folds.size() < 2) {
      throw new IllegalArgumentException(
          "cross-validation needs at least 2 folds, not " + folds.size());
    }
    folds = List.copyOf(folds);
  }

  /**
   * Cross-validates on digits that are not prepared yet.
   *
   * @param trainer trains on all folds but one; its own seed decides what is random in that
   * @param digits training digits
   * @param folds number of folds, at least 2, and no more than there are digits of any class
   * @param progress hears of prepared digits, and of finished folds
   * @param seed decides which digits are in which fold
   * @return a fold each
   * @throws IllegalArgumentException if there are too few or too many folds, naming the class with
   *     too few digits, or fewer than two classes
   */
  public static CrossValidation of(
      RecognizerTrainer trainer,
      LabeledDigits digits,
      int folds,
      ProgressListener progress,
      long seed) {
    // Refused before the digits are prepared, which takes its time.
    StratifiedFolds.of(digits.labels(), folds, seed);
    return of(trainer, trainer.progress(progress).prepare(digits), folds, progress, seed);
  }

  /**
   * Cross-validates.
   *
   * @param trainer trains on all folds but one; its own seed decides what is random in that, and
   *     its own listener hears nothing
   * @param digits training digits, prepared as the trainer prepares them
   * @param folds number of folds, at least 2, and no more than there are digits of any class
   * @param progress hears of finished folds
   * @param seed decides which digits are in which fold
   * @return a fold each
   * @throws IllegalArgumentException if there are too few or too many folds, naming the class with
   *     too few digits, fewer than two classes, or the digits were prepared in another way
   */
  public static CrossValidation of(
      RecognizerTrainer trainer,
      PreparedDigits digits,
      int folds,
      ProgressListener progress,
      long seed) {
    RecognizerTrainer silent = trainer.progress(ProgressListener.NONE);
    List<Fold> measured = new ArrayList<>();
    List<int[]> parts = StratifiedFolds.of(digits.digits().labels(), folds, seed);
    progress.progress(STAGE, 0, folds);
    for (int[] part : parts) {
      int[] others = StratifiedFolds.others(digits.size(), part);
      measured.add(Fold.of(silent, digits.select(others), digits.select(part)));
      progress.progress(STAGE, measured.size(), folds);
    }
    return new CrossValidation(digits.digits().contentHash(), seed, measured);
  }

  /**
   * One fold.
   *
   * @param trained number of digits that were trained on
   * @param judged number of digits of the fold, at least 1
   * @param right how many of them were answered rightly, 0 to {@code judged}
   * @param logLoss see {@link io.github.inkling.evaluation.ProbabilityMetrics#logLoss}, at least 0
   */
  public record Fold(int trained, int judged, int right, double logLoss) {
    /**
     * Checks the numbers.
     *
     * @param trained at least 2
     * @param judged at least 1
     * @param right 0 to {@code judged}
     * @param logLoss at least 0
     * @throws IllegalArgumentException if one is out of range, naming it
     */
    public Fold {
      SettingRange.require("trained", trained, 2, Integer.MAX_VALUE);
      SettingRange.require("judged", judged, 1, Integer.MAX_VALUE);
      SettingRange.require("right", right, 0, judged);
      if (!(logLoss >= 0 && Double.isFinite(logLoss))) {
        throw new IllegalArgumentException("logLoss must be finite and at least 0, not " + logLoss);
      }
    }

    /**
     * Trains on some digits and judges by others.
     *
     * @param trainer trains
     * @param training what it learns from
     * @param judging what it is measured on, at least one digit that it does not learn from
     * @return the measurement
     * @throws IllegalArgumentException if there is no digit to judge by, there are fewer than two
     *     classes to train on, or the digits were prepared in another way than the trainer's
     */
    public static Fold of(
        RecognizerTrainer trainer, PreparedDigits training, PreparedDigits judging) {
      if (judging.size() == 0) {
        throw new IllegalArgumentException("there are no digits to judge by");
      }
      DigitRecognizer recognizer = trainer.train(training);
      Answers answers =
          Answers.of(
              judging.digits().labels(),
              recognizer.recognizeAll(judging, ProgressListener.NONE).predictions());
      return new Fold(
          training.size(),
          answers.size(),
          answers.size() - answers.wrong().length,
          answers.probabilities().logLoss());
    }

    /**
     * The share that was answered rightly.
     *
     * @return 0 to 1
     */
    public double accuracy() {
      return (double) right / judged;
    }
  }

  /**
   * The mean accuracy over the folds.
   *
   * @return 0 to 1
   */
  public double mean() {
    return folds.stream().mapToDouble(Fold::accuracy).average().orElseThrow();
  }

  /**
   * The standard deviation of the folds' accuracies, with one degree of freedom less than folds. It
   * is no standard error of the mean: folds share their training digits.
   *
   * @return at least 0
   */
  public double deviation() {
    return StandardDeviation.of(folds.stream().mapToDouble(Fold::accuracy).toArray());
  }

  /**
   * Whether this configuration is better than another, or only luckier: the differences of the
   * folds' accuracies, this one's less the other's.
   *
   * @param other another configuration on the same folds of the same digits
   * @return the corrected resampled t-test, with the digits judged per digit trained on as its
   *     ratio
   * @throws IllegalArgumentException if the folds are others: of other digits, another seed, number
   *     or size
   */
  public CorrectedResampledTTest compare(CrossValidation other) {
    if (!dataHash.equals(other.dataHash)) {
      throw new IllegalArgumentException(
          "only folds of the same digits can be compared, and these are of others");
    }
    if (seed != other.seed) {
      throw new IllegalArgumentException(
          "only the same folds can be compared, not those of seeds %d and %d"
              .formatted(seed, other.seed));
    }
    if (folds.size() != other.folds.size()) {
      throw new IllegalArgumentException(
          "only the same folds can be compared, not %d and %d"
              .formatted(folds.size(), other.folds.size()));
    }
    double[] differences = new double[folds.size()];
    long trained = 0;
    long judged = 0;
    for (int i = 0; i < differences.length; i++) {
      Fold one = folds.get(i);
      Fold two = other.folds.get(i);
      if (one.trained() != two.trained() || one.judged() != two.judged()) {
        throw new IllegalArgumentException(
            "only the same folds can be compared, but fold %d has %d of %d digits here and %d of %d"
                    .formatted(
                        i,
                        one.judged(),
                        one.judged() + one.trained(),
                        two.judged(),
                        two.judged() + two.trained())
                + " there");
      }
      differences[i] = (double) (one.right() - two.right()) / one.judged();
      trained += one.trained();
      judged += one.judged();
    }
    return CorrectedResampledTTest.of(differences, (double) judged / trained);
  }
}
