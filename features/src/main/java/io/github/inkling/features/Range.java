package io.github.inkling.features;

/** The ranges of settings, refused in the words of every such error. */
final class Range {
  private Range() {}

  static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be in %d..%d, not %d".formatted(name, least, most, value));
    }
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s must be above 0 and finite, not %s".formatted(name, value));
    }
  }
}
