package io.github.inkling.core.training;

/** The distribution {@code exp(z_i) / Σ exp(z_j)}. */
public final class Softmax {
  private Softmax() {}

  /**
   * Of a row of values; the largest is subtracted first, so that nothing overflows.
   *
   * @param values the row and others
   * @param offset where it begins
   * @param length its values, at least 1
   * @return as many numbers, which sum to 1
   */
  public static double[] of(float[] values, int offset, int length) {
    float largest = values[offset];
    for (int i = 1; i < length; i++) {
      largest = Math.max(largest, values[offset + i]);
    }
    double[] p = new double[length];
    double sum = 0;
    for (int i = 0; i < length; i++) {
      p[i] = Math.exp((double) values[offset + i] - largest);
      sum += p[i];
    }
    for (int i = 0; i < length; i++) {
      p[i] /= sum;
    }
    return p;
  }
}
