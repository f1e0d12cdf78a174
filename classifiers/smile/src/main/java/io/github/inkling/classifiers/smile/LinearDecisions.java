package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decision functions of the linear kernel: each machine is one weight vector, {@code w · x +
 * intercept}, and no support vector is needed any more.
 */
final class LinearDecisions implements DecisionFunctions {
  private final PackedRows weights;
  private final double[] intercepts;

  LinearDecisions(int features, float[] weights, double[] intercepts) {
    this.weights = PackedRows.of(weights, intercepts.length, features);
    this.intercepts = intercepts;
  }

  /** Sums the support vectors of every machine up. */
  static LinearDecisions collapse(
      int features,
      float[] supportVectors,
      int[] offsets,
      int[] vectors,
      double[] coefficients,
      double[] intercepts) {
    float[] weights = new float[intercepts.length * features];
    for (int m = 0; m < intercepts.length; m++) {
      double[] sum = new double[features];
      for (int e = offsets[m]; e < offsets[m + 1]; e++) {
        for (int f = 0; f < features; f++) {
          sum[f] += coefficients[e] * supportVectors[vectors[e] * features + f];
        }
      }
      for (int f = 0; f < features; f++) {
        weights[m * features + f] = (float) sum[f];
      }
    }
    return new LinearDecisions(features, weights, intercepts);
  }

  static LinearDecisions restore(ModelState state, int machines) {
    int[] shape = state.shape("weights");
    if (shape.length != 2 || shape[0] != machines || shape[1] < 1) {
      throw new IllegalArgumentException(
          "the svm's array 'weights' should have %d rows, but its shape is %s"
              .formatted(machines, Arrays.toString(shape)));
    }
    return new LinearDecisions(
        shape[1], state.floats("weights", shape), state.doubles("intercepts", machines));
  }

  @Override
  public int features() {
    return weights.width();
  }

  @Override
  public double[][] decide(FeatureMatrix digits) {
    SquaredNorms.requireModest("digit", digits.values(), digits.rows(), features());
    double[][] decisions = new double[digits.rows()][intercepts.length];
    weights.forEach(digits.values(), digits.rows(), (from, to) -> new AddIntercepts(decisions));
    return decisions;
  }

  @Override
  public Map<String, String> report() {
    return Map.of();
  }

  @Override
  public Map<String, ModelArray> arrays() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("weights", ModelArray.of(weights.unpack(), intercepts.length, features()));
    arrays.put("intercepts", ModelArray.of(intercepts, intercepts.length));
    return arrays;
  }

  private final class AddIntercepts implements PanelProducts.Consumer {
    private final double[][] decisions;

    AddIntercepts(double[][] decisions) {
      this.decisions = decisions;
    }

    @Override
    public void accept(int digit, int first, float[] products, int offset, int length) {
      for (int m = 0; m < length; m++) {
        decisions[digit][first + m] = products[offset + m] + intercepts[first + m];
      }
    }

    @Override
    public void finish() {}
  }
}
