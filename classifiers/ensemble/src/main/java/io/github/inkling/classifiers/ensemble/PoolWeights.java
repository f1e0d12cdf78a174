package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.SettingRange;
import java.util.Arrays;

/** What every way of weighing members asks of its weights, which may come from any file. */
final class PoolWeights {
  /** Far above any sensible weight, and far below what would overflow. */
  private static final double MOST = 1e6;

  private PoolWeights() {}

  static double[] equal(int members) {
    double[] weights = new double[members];
    Arrays.fill(weights, 1.0 / members);
    return weights;
  }

  /**
   * Refuses weights below 0 and weights that are all 0.
   *
   * @return their sum
   */
  static double requireSum(double[] weights) {
    requireFiniteScores(weights);
    double sum = 0;
    for (double weight : weights) {
      SettingRange.requireNonNegative("an ensemble's weight", weight);
      sum += weight;
    }
    SettingRange.requirePositive("the sum of an ensemble's weights", sum);
    return sum;
  }

  /** Refuses weights with which scores could become infinite. */
  static void requireFiniteScores(double[] weights) {
    for (double weight : weights) {
      if (!(Math.abs(weight) <= MOST)) {
        throw new IllegalArgumentException(
            "an ensemble's weight must be in -%1$.0f..%1$.0f, not %2$s".formatted(MOST, weight));
      }
    }
  }
}
