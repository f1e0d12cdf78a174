package io.github.inkling.classifiers.smile;

/** Checks of settings, in the words of every such error. */
final class Ranges {
  private Ranges() {}

  static void requireAbove0(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s must be above 0 and finite, not %s".formatted(name, value));
    }
  }

  static void requireAtLeast0(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s must be at least 0 and finite, not %s".formatted(name, value));
    }
  }

  static void requireWithin(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, not %d".formatted(name, low, high, value));
    }
  }

  static void requireWidth(int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          "the classifier was trained on %d features, but the digits have %d"
              .formatted(expected, actual));
    }
  }
}
