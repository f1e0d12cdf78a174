package io.github.inkling.classifiers.smile;

/**
 * Kernel values between the digits of two classes: items 0 to {@code n - 1} are those of the first
 * class, then come those of the second.
 */
@FunctionalInterface
interface PairKernel {
  /** The kernel of two items. */
  float value(int a, int b);

  /** Looks values up in blocks that are all in memory. */
  static PairKernel resident(float[][] first, float[][] across, float[][] second) {
    int n = first.length;
    // The later argument is the one that the solver holds fixed, so that its row stays in the
    // cache where there is a choice.
    return (a, b) -> {
      if (b < n) {
        return a < n ? first[b][a] : across[b][a - n];
      }
      return a < n ? across[a][b - n] : second[b - n][a - n];
    };
  }
}
