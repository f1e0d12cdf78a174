package io.github.inkling.classifiers.smile;

/** Squared Euclidean norms of the rows of a matrix. */
final class SquaredNorms {
  /** Far below where the square of a float overflows, far above any sensible feature. */
  private static final double LARGEST = 1e30;

  private SquaredNorms() {}

  /**
   * Sums in {@code double}, rounds once.
   *
   * @throws IllegalArgumentException if a row is so long that distances would overflow
   */
  static float[] of(float[] values, int rows, int columns) {
    float[] norms = new float[rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        sum += (double) values[i] * values[i];
      }
      if (sum > LARGEST) {
        throw new IllegalArgumentException(
            "the features of digit %d have the squared norm %.3g; scale them below %.0e"
                .formatted(row, sum, LARGEST));
      }
      norms[row] = (float) sum;
    }
    return norms;
  }
}
