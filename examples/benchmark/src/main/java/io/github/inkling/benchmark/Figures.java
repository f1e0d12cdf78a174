package io.github.inkling.benchmark;

import java.util.Locale;

/** Numbers as they stand in tables: three digits that count. */
final class Figures {
  private Figures() {}

  static String number(double value) {
    double size = Math.abs(value);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
