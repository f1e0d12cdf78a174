package io.github.inkling.evaluation;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Where a probability lies, given how often it came true: the score interval of E. B. Wilson
 * (1927), "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
 * American Statistical Association 22, 209-212, without continuity correction.
 *
 * <p>Unlike the interval of plus and minus some standard errors it never leaves 0..1 and holds what
 * it promises for accuracies close to 1.
 *
 * @param lower the lower end, 0 to {@code upper}
 * @param upper the upper end, {@code lower} to 1
 */
public record WilsonInterval(double lower, double upper) {
  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  /**
   * Checks the ends.
   *
   * @param lower 0 to {@code upper}
   * @param upper {@code lower} to 1
   * @throws IllegalArgumentException if an end is out of range
   */
  public WilsonInterval {
    if (!(0 <= lower && lower <= upper && upper <= 1)) {
      throw new IllegalArgumentException(
          "an interval must satisfy 0 <= lower <= upper <= 1, not %s..%s".formatted(lower, upper));
    }
  }

  /**
   * The interval of an observed proportion.
   *
   * @param successes how often it came true, 0 to {@code trials}
   * @param trials number of observations, at least 1
   * @param confidence how sure the interval is, above 0 and below 1, such as 0.95
   * @return the two-sided interval, which contains {@code successes / trials}
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static WilsonInterval of(long successes, long trials, double confidence) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be at least 1, not " + trials);
    }
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be in 0..%d, not %d".formatted(trials, successes));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and below 1, not " + confidence);
    }
    double z = STANDARD_NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    double proportion = (double) successes / trials;
    double centre = (successes + z * z / 2) / (trials + z * z);
    double halfWidth =
        z / (trials + z * z) * Math.sqrt(proportion * (trials - successes) + z * z / 4);
    // At its ends the formula is exact; only its rounding is not.
    double lower = successes == 0 ? 0 : Math.min(proportion, centre - halfWidth);
    double upper = successes == trials ? 1 : Math.max(proportion, centre + halfWidth);
    return new WilsonInterval(lower, upper);
  }

  /**
   * Whether a value lies in the interval, ends included.
   *
   * @param value any number
   * @return true if it does
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
