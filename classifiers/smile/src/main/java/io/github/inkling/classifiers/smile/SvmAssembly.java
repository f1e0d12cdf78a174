package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.Arrays;
import java.util.List;

/** Puts the machines of all pairs together over the union of their support vectors. */
final class SvmAssembly {
  private final KernelFunction kernel;
  private final FeatureMatrix features;
  private final ClassOrder order;
  private final List<TrainedPair> pairs;

  SvmAssembly(
      KernelFunction kernel, FeatureMatrix features, ClassOrder order, List<TrainedPair> pairs) {
    this.kernel = kernel;
    this.features = features;
    this.order = order;
    this.pairs = pairs;
  }

  SvmClassifier classifier() {
    List<PlattSigmoid> sigmoids = pairs.stream().map(TrainedPair::sigmoid).toList();
    return new SvmClassifier(kernel, order.classes(), functions(), sigmoids);
  }

  private DecisionFunctions functions() {
    int[] vectorOfRow = new int[order.rows()];
    float[] supportVectors = supportVectors(vectorOfRow);
    int[] offsets = new int[pairs.size() + 1];
    double[] intercepts = new double[pairs.size()];
    for (int m = 0; m < pairs.size(); m++) {
      offsets[m + 1] = offsets[m] + pairs.get(m).machine().items().length;
      intercepts[m] = pairs.get(m).machine().intercept();
    }
    int[] vectors = new int[offsets[pairs.size()]];
    double[] weights = new double[vectors.length];
    for (int m = 0; m < pairs.size(); m++) {
      PairMachine machine = pairs.get(m).machine();
      for (int s = 0; s < machine.items().length; s++) {
        vectors[offsets[m] + s] = vectorOfRow[machine.items()[s]];
        weights[offsets[m] + s] = machine.weights()[s];
      }
    }
    return kernel.type() == KernelType.LINEAR
        ? LinearDecisions.collapse(
            features.columns(), supportVectors, offsets, vectors, weights, intercepts)
        : new KernelDecisions(
            kernel, features.columns(), supportVectors, offsets, vectors, weights, intercepts);
  }

  /** Gathers the rows that any machine uses and numbers them, in the order of the rows. */
  private float[] supportVectors(int[] vectorOfRow) {
    boolean[] used = new boolean[order.rows()];
    pairs.forEach(pair -> Arrays.stream(pair.machine().items()).forEach(row -> used[row] = true));
    int[] digits = new int[order.rows()];
    int count = 0;
    for (int row = 0; row < used.length; row++) {
      if (used[row]) {
        vectorOfRow[row] = count;
        digits[count++] = order.digit(row);
      }
    }
    return features.select(Arrays.copyOf(digits, count)).values();
  }
}
