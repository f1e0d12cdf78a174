package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.BatchNorm;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation of a layer's outputs (Ioffe and Szegedy, "Batch Normalization", ICML 2015,
 * algorithm 1): while it learns by the mean and variance of the batch, afterwards by those of the
 * batches before, which the layer's weights take up.
 */
final class Normalization {
  private static final float EPSILON = 1e-5f;
  private static final float MOMENTUM = 0.9f;

  private final Parameter scales;
  private final Parameter shifts;
  private final NDArray means;
  private final NDArray variances;
  private final NDArray averageMeans;
  private final NDArray averageVariances;

  Normalization(Tensors tensors, int units) {
    float[] ones = new float[units];
    Arrays.fill(ones, 1);
    float[] zeros = new float[units];
    scales = new Parameter(tensors, ones, false, units);
    shifts = new Parameter(tensors, zeros, false, units);
    means = tensors.of(zeros, units);
    variances = tensors.of(ones, units);
    averageMeans = tensors.of(zeros, units);
    averageVariances = tensors.of(ones, units);
  }

  /** Number of outputs. */
  int units() {
    return scales.size();
  }

  List<Parameter> parameters() {
    return List.of(scales, shifts);
  }

  NDArray apply(NDArray values) {
    return BatchNorm.batchNorm(
            values, means, variances, scales.values(), shifts.values(), 1, MOMENTUM, EPSILON, true)
        .singletonOrThrow();
  }

  /** Follows the means and variances as the parameters' averages follow the parameters. */
  void average(Step step) {
    step.follow(averageMeans, means);
    step.follow(averageVariances, variances);
  }

  /**
   * Multiplies weights so that they do what normalising does to their outputs.
   *
   * @param weights of the layer, as many for each unit; they are changed
   * @return the biases that go with them
   */
  float[] fold(float[] weights) {
    float[] scale = scales.average();
    float[] biases = shifts.average();
    float[] mean = averageMeans.toFloatArray();
    float[] variance = averageVariances.toFloatArray();
    int inputs = weights.length / scale.length;
    for (int unit = 0; unit < scale.length; unit++) {
      double factor = scale[unit] / Math.sqrt(variance[unit] + EPSILON);
      for (int i = unit * inputs; i < (unit + 1) * inputs; i++) {
        weights[i] = (float) (weights[i] * factor);
      }
      biases[unit] = (float) (biases[unit] - mean[unit] * factor);
    }
    return biases;
  }

  /** Means and variances, and their averages. */
  float[][] save() {
    return new float[][] {
      means.toFloatArray(),
      variances.toFloatArray(),
      averageMeans.toFloatArray(),
      averageVariances.toFloatArray()
    };
  }

  void load(Tensors tensors, float[][] saved) {
    Parameter.overwrite(means, tensors, saved[0]);
    Parameter.overwrite(variances, tensors, saved[1]);
    Parameter.overwrite(averageMeans, tensors, saved[2]);
    Parameter.overwrite(averageVariances, tensors, saved[3]);
  }
}
