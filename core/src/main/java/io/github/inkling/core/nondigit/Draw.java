package io.github.inkling.core.nondigit;

import java.util.SplittableRandom;

/** Random numbers of the kinds that drawing needs. */
final class Draw {
  private Draw() {}

  /** Evenly in {@code from..to}. */
  static double between(SplittableRandom random, double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Evenly in -1..1. */
  static double around(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }

  /** Nearly normal, by the sum of 12 even numbers: the same bits everywhere. */
  static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** One character of a text. */
  static String character(SplittableRandom random, String text) {
    int place = random.nextInt(text.length());
    return text.substring(place, place + 1);
  }
}
