package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.SplittableRandom;

/**
 * A layer in training, with its memory of one mini-batch. Its weights start uniformly within {@code
 * ±√(6 / inputs)} (He, Zhang, Ren and Sun, "Delving Deep into Rectifiers", 2015) and are moved by
 * stochastic gradient descent with momentum.
 */
final class TrainedLayer {
  private final int inputs;
  private final int units;
  private final boolean rectified;
  private final Dropout dropout;
  private final float[] weights;
  private final float[] biases;
  private final float[] weightSteps;
  private final float[] biasSteps;
  private final float[] outputs;
  private final float[] gradients;
  private final NativeMatrix nativeWeights;
  private final NativeMatrix nativeWeightGradients;
  private final NativeMatrix nativeOutputs;
  private final NativeMatrix nativeDeltas;

  /**
   * Makes a layer.
   *
   * @param rectified whether negative sums become 0 (a hidden layer)
   * @param dropout of the outputs
   * @param batch largest number of digits in a batch
   * @param memory owns the layer's native memory
   * @throws IllegalArgumentException if an array cannot hold the weights or a batch of outputs
   */
  TrainedLayer(
      int inputs,
      int units,
      boolean rectified,
      Dropout dropout,
      int batch,
      SplittableRandom random,
      NativeArena memory) {
    int weightCount = FeatureMatrix.size(inputs, units);
    int outputCount = FeatureMatrix.size(batch, units);
    this.inputs = inputs;
    this.units = units;
    this.rectified = rectified;
    this.dropout = dropout;
    weights = new float[weightCount];
    double range = Math.sqrt(6.0 / inputs);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (range * (2 * random.nextDouble() - 1));
    }
    biases = new float[units];
    weightSteps = new float[weightCount];
    biasSteps = new float[units];
    outputs = new float[outputCount];
    gradients = new float[weightCount];
    nativeWeights = memory.copyOf(weights, units, inputs);
    nativeWeightGradients = memory.matrix(units, inputs);
    nativeOutputs = memory.matrix(batch, units);
    nativeDeltas = memory.matrix(batch, units);
  }

  /** The outputs of the last batch, one row per digit. */
  float[] outputs() {
    return outputs;
  }

  /** The outputs of the last batch where the next layer reads them. */
  NativeMatrix nativeOutputs() {
    return nativeOutputs;
  }

  /**
   * Computes the outputs of a batch.
   *
   * @param learning whether some are dropped
   */
  void forward(NativeMatrix batch, int count, boolean learning) {
    NativeMatrix.rowsByRowsInParallel(batch, count, nativeWeights, nativeOutputs);
    nativeOutputs.read(outputs, 0, count * units);
    for (int i = 0; i < count; i++) {
      Vectors.add(biases, outputs, i * units);
    }
    if (rectified) {
      Vectors.rectify(outputs, count * units);
    }
    if (learning) {
      dropout.apply(outputs, count * units);
    }
    nativeOutputs.write(outputs, 0, count * units);
  }

  /** Takes the gradient of the loss by this layer's outputs (by its sums, if not rectified). */
  void backward(float[] deltas, int count) {
    if (rectified) {
      // What was dropped is 0 as well.
      Vectors.scaleWherePositive(outputs, dropout.scale(), deltas, count * units);
    }
    nativeDeltas.write(deltas, 0, count * units);
  }

  /** The gradient of the loss by this layer's inputs. */
  float[] inputGradients(int count) {
    float[] result = new float[count * inputs];
    try (NativeMatrix product = new NativeMatrix(count, inputs)) {
      NativeMatrix.rowsByColumnsInParallel(nativeDeltas, count, nativeWeights, product);
      product.read(result, 0, result.length);
    }
    return result;
  }

  /** One step down the gradient of the batch. */
  void step(
      NativeMatrix batch, float[] deltas, int count, float rate, float momentum, float decay) {
    NativeMatrix.columnsByColumnsInParallel(nativeDeltas, batch, count, nativeWeightGradients);
    nativeWeightGradients.read(gradients, 0, gradients.length);
    Vectors.descend(weights, weightSteps, gradients, rate, momentum, decay);
    float[] biasGradients = new float[units];
    for (int i = 0; i < count; i++) {
      Vectors.addRow(deltas, i * units, biasGradients);
    }
    Vectors.descend(biases, biasSteps, biasGradients, rate, momentum, 0);
    nativeWeights.write(weights, 0, weights.length);
  }

  /** The layer as it is now. */
  DenseLayer snapshot() {
    return new DenseLayer(inputs, weights.clone(), biases.clone());
  }
}
