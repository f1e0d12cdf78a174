package io.github.inkling.evaluation;

import java.util.Arrays;

/** How far values lie from their mean. */
public final class StandardDeviation {
  private StandardDeviation() {}

  /**
   * The standard deviation of a sample, with one degree of freedom less than values.
   *
   * @param values at least one
   * @return at least 0; 0 of one value alone
   * @throws IllegalArgumentException if there are no values
   */
  public static double of(double... values) {
    double mean =
        Arrays.stream(values)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("no values have no deviation"));
    double squares = Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }
}
