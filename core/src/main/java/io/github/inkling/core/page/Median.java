package io.github.inkling.core.page;

import java.util.stream.DoubleStream;

/** The median; of an even number of values the larger of the two in the middle. */
final class Median {
  private Median() {}

  /** The median, 0 if there are no values. */
  static double of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
