package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decision functions over the union of the support vectors of all machines: the kernel of a digit
 * with each vector is computed once, by a matrix product, and every machine sums up the few that
 * are its own. The decision value of machine m is {@code intercepts[m] + Σ weights[e] k(x,
 * supportVectors[vectors[e]])} over the entries e from {@code offsets[m]} to {@code offsets[m + 1]
 * - 1}.
 */
final class KernelDecisions implements DecisionFunctions {
  private final KernelFunction kernel;
  private final PackedRows supportVectors;
  private final float[] norms;
  private final int[] offsets;
  private final int[] vectors;
  private final double[] weights;
  private final double[] intercepts;

  KernelDecisions(
      KernelFunction kernel,
      int features,
      float[] supportVectors,
      int[] offsets,
      int[] vectors,
      double[] weights,
      double[] intercepts) {
    this.kernel = kernel;
    int count = supportVectors.length / features;
    this.norms = SquaredNorms.of("support vector", supportVectors, count, features);
    this.supportVectors = PackedRows.of(supportVectors, count, features);
    this.offsets = offsets;
    this.vectors = vectors;
    this.weights = weights;
    this.intercepts = intercepts;
  }

  static KernelDecisions restore(ModelState state, KernelFunction kernel, int machines) {
    int[] shape = state.shape("supportVectors");
    if (shape.length != 2 || shape[1] < 1) {
      throw new IllegalArgumentException(
          "the svm's array 'supportVectors' should have rows and columns, but its shape is "
              + Arrays.toString(shape));
    }
    int[] offsets = state.ints("machineOffsets", machines + 1);
    requireOrdered(offsets);
    int entries = offsets[machines];
    int[] vectors = state.ints("machineVectors", entries);
    for (int vector : vectors) {
      if (vector < 0 || vector >= shape[0]) {
        throw new IllegalArgumentException(
            "the svm's array 'machineVectors' has the entry %d; there are %d support vectors"
                .formatted(vector, shape[0]));
      }
    }
    return new KernelDecisions(
        kernel,
        shape[1],
        state.floats("supportVectors", shape),
        offsets,
        vectors,
        state.doubles("machineWeights", entries),
        state.doubles("intercepts", machines));
  }

  @Override
  public int features() {
    return supportVectors.width();
  }

  @Override
  public double[][] decide(FeatureMatrix digits) {
    float[] digitNorms = SquaredNorms.of("digit", digits.values(), digits.rows(), features());
    double[][] decisions = new double[digits.rows()][intercepts.length];
    supportVectors.forEach(
        digits.values(),
        digits.rows(),
        (from, to) -> new BlockDecisions(from, to, digitNorms, decisions));
    return decisions;
  }

  @Override
  public Map<String, ModelArray> arrays() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("supportVectors", ModelArray.of(supportVectors.unpack(), norms.length, features()));
    arrays.put("machineOffsets", ModelArray.of(offsets, offsets.length));
    arrays.put("machineVectors", ModelArray.of(vectors, vectors.length));
    arrays.put("machineWeights", ModelArray.of(weights, weights.length));
    arrays.put("intercepts", ModelArray.of(intercepts, intercepts.length));
    return arrays;
  }

  @Override
  public Map<String, String> report() {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("gamma", String.valueOf(kernel.gamma()));
    report.put("support vectors", String.valueOf(norms.length));
    report.put("coefficients", String.valueOf(vectors.length));
    return report;
  }

  private static void requireOrdered(int[] offsets) {
    boolean ordered = offsets[0] == 0;
    for (int m = 1; m < offsets.length; m++) {
      ordered &= offsets[m - 1] <= offsets[m];
    }
    if (!ordered) {
      throw new IllegalArgumentException(
          "the svm's array 'machineOffsets' should ascend from 0, but is "
              + Arrays.toString(offsets));
    }
  }

  /**
   * Gathers the kernel values of a block of digits and sums them up once they are complete. Several
   * threads may hand in products at once, as each has other support vectors.
   */
  private final class BlockDecisions implements PanelProducts.Consumer {
    private final int from;
    private final float[] digitNorms;
    private final double[][] decisions;
    private final float[][] kernelValues;

    BlockDecisions(int from, int to, float[] digitNorms, double[][] decisions) {
      this.from = from;
      this.digitNorms = digitNorms;
      this.decisions = decisions;
      this.kernelValues = new float[to - from][norms.length];
    }

    @Override
    public void accept(int digit, int first, float[] products, int offset, int length) {
      kernel.apply(products, offset, length, digitNorms[digit], norms, first);
      System.arraycopy(products, offset, kernelValues[digit - from], first, length);
    }

    @Override
    public void finish() {
      for (int i = 0; i < kernelValues.length; i++) {
        for (int m = 0; m < intercepts.length; m++) {
          decisions[from + i][m] = decide(m, kernelValues[i]);
        }
      }
    }

    private double decide(int machine, float[] values) {
      double sum = intercepts[machine];
      for (int e = offsets[machine]; e < offsets[machine + 1]; e++) {
        sum += weights[e] * values[vectors[e]];
      }
      return sum;
    }
  }
}
