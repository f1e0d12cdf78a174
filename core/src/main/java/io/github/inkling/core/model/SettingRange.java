package io.github.inkling.core.model;

/** The ranges of settings, refused in the words of every such error. */
public final class SettingRange {
  private SettingRange() {}

  /**
   * Refuses a whole number out of range.
   *
   * @param name what is out of range, such as {@code "HOG's bins"}
   * @param value the setting's value
   * @param least the least allowed
   * @param most the most allowed
   * @throws IllegalArgumentException if the value is out of range, naming it and the range
   */
  public static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be in " + least + ".." + most + ", not " + value);
    }
  }

  /**
   * Refuses a number that is not above 0, or is infinite or NaN.
   *
   * @param name what is out of range, such as {@code "HOG's weight"}
   * @param value the setting's value
   * @throws IllegalArgumentException if the value is out of range, naming it
   */
  public static void requirePositive(String name, Number value) {
    double number = value.doubleValue();
    if (!(number > 0 && Double.isFinite(number))) {
      throw new IllegalArgumentException(name + " must be above 0 and finite, not " + value);
    }
  }

  /**
   * Refuses a number that is below 0, or is infinite or NaN.
   *
   * @param name what is out of range, such as {@code "coef0"}
   * @param value the setting's value
   * @throws IllegalArgumentException if the value is out of range, naming it
   */
  public static void requireNonNegative(String name, Number value) {
    double number = value.doubleValue();
    if (!(number >= 0 && Double.isFinite(number))) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, not " + value);
    }
  }

  /**
   * Refuses a number that is below 0 or above a limit, or NaN.
   *
   * @param name what is out of range, such as {@code "smoothing"}
   * @param value the setting's value
   * @param most the most allowed
   * @throws IllegalArgumentException if the value is out of range, naming it and the range
   */
  public static void requireAtMost(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be 0 to %s, not %s".formatted(name, PlainNumber.format(most), text(value)));
    }
  }

  /**
   * Refuses a number that is below 0, or 1 or above, or NaN.
   *
   * @param name what is out of range, such as {@code "momentum"}
   * @param value the setting's value
   * @throws IllegalArgumentException if the value is out of range, naming it and the range
   */
  public static void requireBelowOne(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s must be 0 to below 1, not %s".formatted(name, text(value)));
    }
  }

  private static String text(double value) {
    return Double.isFinite(value) ? PlainNumber.format(value) : String.valueOf(value);
  }
}
