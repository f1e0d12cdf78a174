package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.SettingRange;
import java.util.Arrays;

/**
 * How good the ten probabilities of all answers are, each of which says which digit it is, given
 * that it is one. Immutable.
 *
 * <p>A rejected picture counts by its probabilities as every other one does: what is measured here
 * is what was known, not what was said. Where it has none, their ten all being 0 because there was
 * no ink, it counts as if all digits were equally probable; so its log loss is ln 10 = 2.3026, its
 * Brier score 0.9, and no digit of it is among the most probable.
 */
public final class ProbabilityMetrics {
  private static final int CLASSES = Prediction.CLASSES;

  /** What scikit-learn keeps doubles from 0 and 1 by. */
  private static final double EPSILON = Math.ulp(1.0);

  private final int samples;
  private final double logLoss;
  private final double brierScore;

  /** How many truths are the most probable digit, the second one, and so on. */
  private final int[] ranks;

  private ProbabilityMetrics(int samples, double logLoss, double brierScore, int[] ranks) {
    this.samples = samples;
    this.logLoss = logLoss;
    this.brierScore = brierScore;
    this.ranks = ranks;
  }

  /**
   * Measures all answers.
   *
   * @param answers of at least one digit
   * @return their metrics
   * @throws IllegalArgumentException if there is none
   */
  public static ProbabilityMetrics of(Answers answers) {
    int samples = answers.size();
    if (samples == 0) {
      throw new IllegalArgumentException("there are no answers to measure");
    }
    double surprise = 0;
    double squares = 0;
    int[] ranks = new int[CLASSES];
    for (int i = 0; i < samples; i++) {
      double[] probabilities = new double[CLASSES];
      for (int digit = 0; digit < CLASSES; digit++) {
        probabilities[digit] = answers.measured(i, digit);
      }
      int truth = answers.truth(i);
      surprise -= Math.log(Math.min(Math.max(probabilities[truth], EPSILON), 1 - EPSILON));
      squares += squaredError(probabilities, truth);
      if (answers.hasProbabilities(i)) {
        ranks[rank(probabilities, truth)]++;
      }
    }
    return new ProbabilityMetrics(samples, surprise / samples, squares / samples, ranks);
  }

  private static double squaredError(double[] probabilities, int truth) {
    double sum = 0;
    for (int digit = 0; digit < CLASSES; digit++) {
      double error = probabilities[digit] - (digit == truth ? 1 : 0);
      sum += error * error;
    }
    return sum;
  }

  /** How many digits come before the true one. */
  private static int rank(double[] probabilities, int truth) {
    int before = 0;
    for (int digit = 0; digit < CLASSES; digit++) {
      boolean tieBefore = digit < truth && probabilities[digit] == probabilities[truth];
      before += probabilities[digit] > probabilities[truth] || tieBefore ? 1 : 0;
    }
    return before;
  }

  /**
   * The log loss, or cross-entropy: the mean of -ln p, where p is the probability of the true
   * digit. As scikit-learn does with doubles, p is kept from 0 and 1 by 2^-52, so that what was
   * held impossible costs 36 and not infinity. The ten are taken as they are, and not made to sum
   * to exactly 1.
   *
   * @return above 0, to 36.05; of ten equal probabilities 2.3026
   */
  public double logLoss() {
    return logLoss;
  }

  /**
   * The Brier score (Brier, "Verification of forecasts expressed in terms of probability", Monthly
   * Weather Review 78, 1950): the mean of the sum of squares by which the ten probabilities differ
   * from 1 of the true digit and 0 of the others.
   *
   * @return 0 to 2 (by as much more as ten probabilities sum to above 1); of ten equal ones 0.9
   */
  public double brierScore() {
    return brierScore;
  }

  /**
   * The share of pictures whose true digit is among the {@code k} most probable ones; of equally
   * probable digits the smaller one comes first, as it does for labels. A rejected picture counts
   * if its true digit is among them. So this is the accuracy for {@code k} = 1 if nothing was
   * rejected, and else at least the accuracy; and it is 1 for {@code k} = 10 unless pictures have
   * no probabilities.
   *
   * @param k 1 to 10
   * @return 0 to 1
   * @throws IllegalArgumentException if {@code k} is out of range
   */
  public double topAccuracy(int k) {
    SettingRange.require("k", k, 1, CLASSES);
    return (double) Arrays.stream(ranks, 0, k).sum() / samples;
  }

  @Override
  public String toString() {
    return "ProbabilityMetrics[log loss %s, Brier score %s]".formatted(logLoss, brierScore);
  }
}
