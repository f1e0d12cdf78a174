package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;

/** Distances from training digits in doubles, over all features: what decides who is near. */
final class EuclideanDistance {
  /** Features between two looks at whether the limit is passed. */
  private static final int STRIDE = 64;

  /** More than the rounding errors of a distance, in parts of it, up to some thousand features. */
  static final double SAFE = 1 + 1e-12;

  private final float[] training;
  private final int columns;

  EuclideanDistance(FeatureMatrix training) {
    this.training = training.values();
    this.columns = training.columns();
  }

  /**
   * The distance between a digit and a training digit.
   *
   * @param values the digit's features, from {@code offset} on
   * @param limit of distances that are above this, nobody wants to know more
   * @return the distance; infinite if it is above the limit
   */
  double between(float[] values, int offset, int index, double limit) {
    double enough = limit * limit * SAFE;
    int start = index * columns;
    double sum = 0;
    for (int f = 0; f < columns; f += STRIDE) {
      sum += squares(values, offset + f, start + f, Math.min(STRIDE, columns - f));
      if (sum > enough) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double distance = Math.sqrt(sum);
    return distance > limit ? Double.POSITIVE_INFINITY : distance;
  }

  /** Four sums side by side, which the processor adds up at the same time. */
  private double squares(float[] values, int at, int start, int count) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      double d0 = (double) values[at + i] - training[start + i];
      double d1 = (double) values[at + i + 1] - training[start + i + 1];
      double d2 = (double) values[at + i + 2] - training[start + i + 2];
      double d3 = (double) values[at + i + 3] - training[start + i + 3];
      sum0 += d0 * d0;
      sum1 += d1 * d1;
      sum2 += d2 * d2;
      sum3 += d3 * d3;
    }
    for (; i < count; i++) {
      double d = (double) values[at + i] - training[start + i];
      sum0 += d * d;
    }
    return sum0 + sum1 + (sum2 + sum3);
  }
}
