package io.github.inkling.core.training;

/** Tells whether a training still computes with numbers. */
public final class FiniteNumbers {
  private FiniteNumbers() {}

  /**
   * Whether none is NaN or infinite.
   *
   * @param values any number of them
   * @return true if all are finite
   */
  public static boolean all(float... values) {
    // A sum is finite only if all numbers are; in doubles, floats do not overflow.
    double sum = 0;
    for (float value : values) {
      sum += Math.abs(value);
    }
    return Double.isFinite(sum);
  }
}
