package io.github.inkling.evaluation.significance;

/**
 * Where a quantity lies, with the confidence that was asked for.
 *
 * @param lower the lower end, at most {@code upper}, in the unit of the quantity
 * @param upper the upper end, in the unit of the quantity
 */
public record ConfidenceInterval(double lower, double upper) {
  /**
   * Checks the ends.
   *
   * @param lower at most {@code upper}
   * @param upper at least {@code lower}
   * @throws IllegalArgumentException if the ends are in the wrong order, or one is no number
   */
  public ConfidenceInterval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "an interval must satisfy lower <= upper, not %s..%s".formatted(lower, upper));
    }
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
