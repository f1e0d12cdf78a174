package io.github.inkling.classifiers.smile;

import java.util.function.IntUnaryOperator;

/**
 * A machine that tells two classes apart: {@code f(x) = Σ weights[s] k(x, items[s]) + intercept},
 * above 0 for the first class. Immutable by agreement: the arrays are not copied.
 */
final class PairMachine {
  private final int[] items;
  private final double[] weights;
  private final double intercept;

  /**
   * Puts a machine together.
   *
   * @param items its support vectors
   * @param weights their coefficients, positive for the first class
   * @param intercept the constant
   */
  PairMachine(int[] items, double[] weights, double intercept) {
    this.items = items;
    this.weights = weights;
    this.intercept = intercept;
  }

  int[] items() {
    return items;
  }

  double[] weights() {
    return weights;
  }

  double intercept() {
    return intercept;
  }

  /** The decision value, given the kernel of a digit with each support vector. */
  double decide(float[] kernel, int offset) {
    double sum = intercept;
    for (int s = 0; s < weights.length; s++) {
      sum += weights[s] * kernel[offset + s];
    }
    return sum;
  }

  /** The same machine, its support vectors numbered in another way. */
  PairMachine renumber(IntUnaryOperator number) {
    int[] renumbered = new int[items.length];
    for (int s = 0; s < items.length; s++) {
      renumbered[s] = number.applyAsInt(items[s]);
    }
    return new PairMachine(renumbered, weights, intercept);
  }
}
