package io.github.inkling.classifiers.smile;

/** Squared Euclidean norms of the rows of a matrix. */
final class SquaredNorms {
  /** Far below where the square of a float overflows, far above any sensible feature. */
  private static final double LARGEST = 1e30;

  private SquaredNorms() {}

  /**
   * Sums in {@code double}, rounds once.
   *
   * @param what what a row is, for the message
   * @throws IllegalArgumentException if a row is so long that distances would overflow
   */
  static float[] of(String what, float[] values, int rows, int columns) {
    float[] norms = new float[rows];
    for (int row = 0; row < rows; row++) {
      norms[row] = (float) modest(what, row, values, columns);
    }
    return norms;
  }

  /**
   * Checks the rows of a matrix whose norms nobody needs.
   *
   * @param what what a row is, for the message
   * @throws IllegalArgumentException if a row is so long that products with it would overflow
   */
  static void requireModest(String what, float[] values, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      modest(what, row, values, columns);
    }
  }

  private static double modest(String what, int row, float[] values, int columns) {
    double sum = 0;
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      sum += (double) values[i] * values[i];
    }
    if (sum > LARGEST) {
      throw new IllegalArgumentException(
          "the features of %s %d have the squared norm %.3g; scale them below %.0e"
              .formatted(what, row, sum, LARGEST));
    }
    return sum;
  }
}
