package io.github.inkling.classifiers.smile;

import java.util.SplittableRandom;

/**
 * Sets values to 0 by chance while a network learns, and scales the others up so that the mean
 * stays (inverted dropout; Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A
 * Simple Way to Prevent Neural Networks from Overfitting", JMLR 15, 2014).
 */
final class Dropout {
  // A long of random bits decides on four values.
  private static final int BITS = 16;
  private static final int VALUES_PER_LONG = Long.SIZE / BITS;
  private static final int SIDES = 1 << BITS;

  private final int dropped;
  private final float scale;
  private final SplittableRandom random;

  /**
   * Makes it.
   *
   * @param share the share of values to drop, 0 to below 1, rounded to 1/65,536
   * @param random decides which
   */
  Dropout(double share, SplittableRandom random) {
    this.dropped = (int) Math.round(share * SIDES);
    this.scale = (float) SIDES / (SIDES - dropped);
    this.random = random;
  }

  /** What a kept value is multiplied by. */
  float scale() {
    return scale;
  }

  /** Drops some of the first {@code count} values and scales the others. */
  void apply(float[] values, int count) {
    if (dropped == 0) {
      return;
    }
    for (int i = 0; i < count; i += VALUES_PER_LONG) {
      long bits = random.nextLong();
      int end = Math.min(count, i + VALUES_PER_LONG);
      for (int j = i; j < end; j++) {
        values[j] = (bits & (SIDES - 1)) < dropped ? 0 : values[j] * scale;
        bits >>>= BITS;
      }
    }
  }
}
