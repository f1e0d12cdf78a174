package io.github.inkling.classifiers.onnx;

import java.util.List;

/**
 * Probabilities of k classes from those of all pairs (Wu, Lin and Weng, "Probability Estimates for
 * Multi-class Classification by Pairwise Coupling", JMLR 5, 2004, their second method), as nodes.
 *
 * <p>It solves {@code Q p = b 1} and {@code Σ p_i = 1} without b: where {@code p} does so, {@code
 * (Q + 1 1^T) p = (b + 1) 1}, so {@code p} is in proportion to the solution {@code x} of {@code (Q
 * + 1 1^T) x = 1}. Q alone is singular where the pairs agree with each other, and nearly so where
 * one class is sure; with {@code 1 1^T} it is positive definite and far from singular in both
 * cases, so that Gauss-Jordan elimination needs neither pivoting nor doubles.
 */
final class PairwiseCoupling {
  private static final float SMALLEST = 1e-7f;

  private PairwiseCoupling() {}

  /**
   * Couples.
   *
   * @param k number of classes
   * @param exponents digits x pairs (0, 1), (0, 2), ..., (1, 2), ...: the logarithm of the odds of
   *     the first class of each
   * @return digits x classes
   */
  static Tensor couple(int k, Tensor exponents) {
    Tensor system = system(k, exponents);
    Tensor solution = solve(k, system).atLeast(0).reshape(k);
    return solution.over(solution.sum(1));
  }

  /** The matrix {@code Q + 1 1^T}, and behind it a column of ones. */
  private static Tensor system(int k, Tensor exponents) {
    Graph graph = exponents.graph();
    Tensor first = exponents.sigmoid();
    Tensor second = exponents.times(-1).sigmoid();
    // 1 - p would round what is small away.
    Tensor both = Tensor.join(1, List.of(first, second)).atLeast(SMALLEST).atMost(1 - SMALLEST);
    Tensor mask = offDiagonal(graph, k);
    Tensor wins = both.pick(1, pairs(graph, k, false)).reshape(k, k).times(mask);
    Tensor losses = both.pick(1, pairs(graph, k, true)).reshape(k, k).times(mask);
    Tensor diagonal = losses.times(losses).sum(2).times(identity(graph, k));
    Tensor form = diagonal.minus(wins.times(losses)).plus(1);
    return graph.node("Pad", List.of(), form, graph.constants(0, 0, 0, 0, 0, 1), graph.constant(1));
  }

  /**
   * Solves linear equations.
   *
   * @param system digits x k x (k + 1)
   * @return digits x k x 1
   */
  private static Tensor solve(int k, Tensor system) {
    Graph graph = system.graph();
    Tensor rest = system;
    for (int step = 0; step < k; step++) {
      int columns = k + 1 - step;
      float[] unit = new float[k];
      unit[step] = 1;
      Tensor column = rest.slice(2, 0, 1);
      Tensor row = rest.slice(1, step, step + 1);
      // In the row itself, column - 1 times the scaled row leaves just that.
      rest =
          rest.slice(2, 1, columns)
              .minus(
                  column
                      .minus(graph.constants(unit, k, 1))
                      .times(row.slice(2, 1, columns).over(row.slice(2, 0, 1))));
    }
    return rest;
  }

  /** Where the probability of class i against j is among those of the pairs, or of j against i. */
  private static Tensor pairs(Graph graph, int k, boolean swapped) {
    int machines = k * (k - 1) / 2;
    int machine = 0;
    long[] places = new long[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++, machine++) {
        places[i * k + j] = swapped ? machines + machine : machine;
        places[j * k + i] = swapped ? machine : machines + machine;
      }
    }
    return graph.constants(places);
  }

  private static Tensor identity(Graph graph, int k) {
    float[] values = new float[k * k];
    for (int i = 0; i < k; i++) {
      values[i * k + i] = 1;
    }
    return graph.constants(values, k, k);
  }

  private static Tensor offDiagonal(Graph graph, int k) {
    float[] values = new float[k * k];
    for (int i = 0; i < k * k; i++) {
      values[i] = i % (k + 1) == 0 ? 0 : 1;
    }
    return graph.constants(values, k, k);
  }
}
