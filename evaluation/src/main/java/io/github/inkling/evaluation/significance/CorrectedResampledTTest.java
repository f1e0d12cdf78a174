package io.github.inkling.evaluation.significance;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether two ways of training differ, by their scores in the same folds of a cross-validation or
 * in the same random splits: the corrected resampled t-test of C. Nadeau and Y. Bengio (2003),
 * "Inference for the generalization error", Machine Learning 52(3), 239-281, section 3.
 *
 * <p>Training sets of different folds share most of their digits, so that the scores are no
 * independent observations, and the plain t-test finds differences that do not exist. The test
 * takes the correlation of two folds to be {@code n_test / (n_test + n_train)}, the share of the
 * digits that is tested: the variance of the mean difference is then not {@code 1 / k} of the
 * variance of the differences, but {@code 1 / k + n_test / n_train} of it. A cross-validation of
 * {@code k} folds that is repeated {@code r} times has {@code k r} differences, and {@code n_test /
 * n_train} is {@code 1 / (k - 1)} (R. R. Bouckaert and E. Frank (2004), "Evaluating the
 * replicability of significance tests for comparing learning algorithms", PAKDD, LNCS 3056, 3-12).
 *
 * <p>If all differences are equal, their variance is 0 and the t-test has no answer of its own. It
 * is then said to be certain: the p-value is 1 if the differences are 0, else 0, and the interval
 * is the mean difference alone. No result is ever NaN. Differences are taken as they are: those
 * that differ from 0 only by rounding are not 0.
 *
 * @param folds number of folds with a difference, over all repetitions, at least 2
 * @param meanDifference mean of the differences, in the unit of the score
 * @param standardDeviation of the differences, with {@code folds - 1} in the denominator, in the
 *     unit of the score, at least 0
 * @param testToTrainRatio digits tested per digit trained on in a fold, above 0: 1/9 with 10 folds
 */
public record CorrectedResampledTTest(
    int folds, double meanDifference, double standardDeviation, double testToTrainRatio) {
  /**
   * Checks the numbers.
   *
   * @param folds at least 2
   * @param meanDifference finite
   * @param standardDeviation at least 0 and finite
   * @param testToTrainRatio above 0 and finite
   * @throws IllegalArgumentException if one is out of range, or the standard error of the mean
   *     difference is beyond the largest double
   */
  public CorrectedResampledTTest {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be at least 2, not " + folds);
    }
    if (!Double.isFinite(meanDifference)) {
      throw new IllegalArgumentException("meanDifference must be finite, not " + meanDifference);
    }
    if (!(standardDeviation >= 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "standardDeviation must be at least 0 and finite, not " + standardDeviation);
    }
    if (!(testToTrainRatio > 0 && testToTrainRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "testToTrainRatio must be above 0 and finite, not " + testToTrainRatio);
    }
    double standardError = standardError(folds, standardDeviation, testToTrainRatio);
    if (!Double.isFinite(standardError)) {
      throw new IllegalArgumentException(
          "standardDeviation * sqrt(1 / folds + testToTrainRatio) must be finite, not "
              + standardError);
    }
  }

  /**
   * The test of differences in score.
   *
   * @param differences score of the first way minus score of the second, one per fold, each finite,
   *     at least 2
   * @param testToTrainRatio digits tested per digit trained on in a fold, above 0 and finite
   * @return the test
   * @throws IllegalArgumentException if there are fewer than 2 differences, one is not finite, they
   *     are so large that their spread is beyond the largest double, or the ratio is out of range
   */
  public static CorrectedResampledTTest of(double[] differences, double testToTrainRatio) {
    if (differences.length < 2) {
      throw new IllegalArgumentException(
          "differences must have at least 2 folds, not " + differences.length);
    }
    for (int fold = 0; fold < differences.length; fold++) {
      if (!Double.isFinite(differences[fold])) {
        throw new IllegalArgumentException(
            "differences[%d] must be finite, not %s".formatted(fold, differences[fold]));
      }
    }
    // Counted from the first, equal differences have exactly their own mean and no deviation.
    double[] fromFirst =
        Arrays.stream(differences).map(difference -> difference - differences[0]).toArray();
    double meanFromFirst = Arrays.stream(fromFirst).average().orElseThrow();
    double largest = Arrays.stream(fromFirst).map(Math::abs).max().orElseThrow();
    return new CorrectedResampledTTest(
        differences.length,
        differences[0] + meanFromFirst,
        largest == 0 ? 0 : standardDeviation(fromFirst, meanFromFirst, largest),
        testToTrainRatio);
  }

  /**
   * The mean difference in standard errors, corrected for what training sets share.
   *
   * @return any number, with the sign of the mean difference; if the standard deviation is 0, 0 for
   *     a mean difference of 0 and infinity for any other
   */
  public double t() {
    return meanDifference == 0 ? 0 : meanDifference / standardError();
  }

  /**
   * The degrees of freedom of Student's t distribution that {@link #t} is held against.
   *
   * @return {@code folds - 1}
   */
  public int degreesOfFreedom() {
    return folds - 1;
  }

  /**
   * How probable a mean difference at least as far from 0 as this one is if both ways of training
   * are equally good.
   *
   * @return two-sided, 0 to 1; if the standard deviation is 0, 1 for a mean difference of 0 and 0
   *     for any other
   */
  public double pValue() {
    return Math.min(1, 2 * distribution().survivalProbability(Math.abs(t())));
  }

  /**
   * Where the difference lies that any number of folds would have on average.
   *
   * @param confidence how sure the interval is, above 0 and below 1, such as 0.95
   * @return the two-sided interval around the mean difference, in the unit of the score; exact to
   *     about eight digits of its width
   * @throws IllegalArgumentException if the confidence is out of range
   */
  public ConfidenceInterval interval(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and below 1, not " + confidence);
    }
    double halfWidth =
        distribution().inverseSurvivalProbability((1 - confidence) / 2) * standardError();
    return new ConfidenceInterval(meanDifference - halfWidth, meanDifference + halfWidth);
  }

  /**
   * The standard error of the mean difference, corrected for what training sets share.
   *
   * @return at least 0, in the unit of the score
   */
  public double standardError() {
    return standardError(folds, standardDeviation, testToTrainRatio);
  }

  private TDistribution distribution() {
    return TDistribution.of(degreesOfFreedom());
  }

  private static double standardError(
      int folds, double standardDeviation, double testToTrainRatio) {
    return standardDeviation * Math.sqrt(1.0 / folds + testToTrainRatio);
  }

  /** In units of the largest deviation, squares neither overflow nor vanish. */
  private static double standardDeviation(double[] values, double mean, double largest) {
    double squares =
        Arrays.stream(values)
            .map(value -> (value - mean) / largest)
            .map(deviation -> deviation * deviation)
            .sum();
    return largest * Math.sqrt(squares / (values.length - 1));
  }
}
