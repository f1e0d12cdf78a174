package io.github.inkling.evaluation.significance;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether two recognizers that read the same digits differ in accuracy: the test of Q. McNemar
 * (1947), "Note on the sampling error of the difference between correlated proportions or
 * percentages", Psychometrika 12(2), 153-157. T. G. Dietterich (1998), "Approximate statistical
 * tests for comparing supervised classification learning algorithms", Neural Computation 10(7),
 * 1895-1923, section 3.1, recommends it where each algorithm is trained once.
 *
 * <p>Digits that both read rightly or both wrongly say nothing about which is better. If neither
 * is, each of the others is as likely to be read by the first alone as by the second alone. So the
 * counts follow a binomial distribution with probability 1/2, and this is the exact two-sided test
 * of that, in place of McNemar's chi-squared approximation (M. W. Fagerland, S. Lydersen and P.
 * Laake (2013), "The McNemar test for binary matched-pairs data", BMC Medical Research Methodology
 * 13:91, "The McNemar exact conditional test"). It never finds a difference too often, but with few
 * such digits it misses more than it must.
 *
 * @param onlyFirstRight digits that the first recognizer alone reads rightly, at least 0
 * @param onlySecondRight digits that the second recognizer alone reads rightly, at least 0
 */
public record McNemarTest(int onlyFirstRight, int onlySecondRight) {
  /**
   * Checks the counts.
   *
   * @param onlyFirstRight at least 0
   * @param onlySecondRight at least 0
   * @throws IllegalArgumentException if one is negative, or their sum is above 2147483647
   */
  public McNemarTest {
    if (onlyFirstRight < 0) {
      throw new IllegalArgumentException(
          "onlyFirstRight must be at least 0, not " + onlyFirstRight);
    }
    if (onlySecondRight < 0) {
      throw new IllegalArgumentException(
          "onlySecondRight must be at least 0, not " + onlySecondRight);
    }
    long discordant = (long) onlyFirstRight + onlySecondRight;
    if (discordant > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "onlyFirstRight + onlySecondRight must be in 0..%d, not %d"
              .formatted(Integer.MAX_VALUE, discordant));
    }
  }

  /**
   * Counts the digits that only one of two recognizers reads rightly.
   *
   * @param firstRight for each digit, whether the first recognizer reads it rightly; at least one
   * @param secondRight the same of the second recognizer, for the same digits in the same order
   * @return the test
   * @throws IllegalArgumentException if there is no digit, or the two differ in length
   */
  public static McNemarTest of(boolean[] firstRight, boolean[] secondRight) {
    if (firstRight.length == 0) {
      throw new IllegalArgumentException("firstRight must have at least 1 digit, not 0");
    }
    if (firstRight.length != secondRight.length) {
      throw new IllegalArgumentException(
          "secondRight must have as many digits as firstRight, %d, not %d"
              .formatted(firstRight.length, secondRight.length));
    }
    int onlyFirstRight = 0;
    int onlySecondRight = 0;
    for (int digit = 0; digit < firstRight.length; digit++) {
      if (firstRight[digit] && !secondRight[digit]) {
        onlyFirstRight++;
      } else if (!firstRight[digit] && secondRight[digit]) {
        onlySecondRight++;
      }
    }
    return new McNemarTest(onlyFirstRight, onlySecondRight);
  }

  /**
   * How many digits only one of the recognizers reads rightly.
   *
   * @return {@code onlyFirstRight + onlySecondRight}
   */
  public int discordant() {
    return onlyFirstRight + onlySecondRight;
  }

  /**
   * How probable counts at least as uneven as these are if both recognizers are equally accurate.
   *
   * @return 0 to 1; 1 if there is no discordant digit, and 0 only where the probability is less
   *     than the smallest double, about 5e-324
   */
  public double pValue() {
    double oneTail =
        BinomialDistribution.of(discordant(), 0.5)
            .cumulativeProbability(Math.min(onlyFirstRight, onlySecondRight));
    // Of equal counts both tails have the middle, so that the two add up to more than 1.
    return Math.min(1, 2 * oneTail);
  }
}
