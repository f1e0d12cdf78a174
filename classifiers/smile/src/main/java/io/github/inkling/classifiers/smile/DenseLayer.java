package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.training.FiniteNumbers;
import io.github.inkling.core.training.Temperature;

/**
 * A layer in which every unit sees every input: {@code weights x + biases}. Immutable by agreement:
 * the arrays are not copied.
 */
final class DenseLayer {
  private final int inputs;
  private final float[] weights;
  private final float[] biases;
  private final PackedRows packed;

  /**
   * Puts a layer together.
   *
   * @param inputs number of inputs
   * @param weights one row of {@code inputs} values per unit
   * @param biases one per unit
   */
  DenseLayer(int inputs, float[] weights, float[] biases) {
    this.inputs = inputs;
    this.weights = weights;
    this.biases = biases;
    this.packed = PackedRows.of(weights, biases.length, inputs);
  }

  int inputs() {
    return inputs;
  }

  int units() {
    return biases.length;
  }

  float[] weights() {
    return weights;
  }

  float[] biases() {
    return biases;
  }

  /** Whether no weight or bias is NaN or infinite. */
  boolean isFinite() {
    return FiniteNumbers.all(weights) && FiniteNumbers.all(biases);
  }

  /** The layer whose outputs are those of this one divided by a temperature. */
  DenseLayer calibrated(Temperature temperature) {
    return new DenseLayer(inputs, temperature.divide(weights), temperature.divide(biases));
  }

  /**
   * The outputs of a batch.
   *
   * @param values one row of inputs per digit
   * @param rectified whether negative outputs become 0
   * @return one row of outputs per digit
   */
  float[] forward(float[] values, int digits, boolean rectified) {
    float[] outputs = new float[FeatureMatrix.size(digits, units())];
    packed.forEach(values, digits, (from, to) -> new Sums(outputs, rectified));
    return outputs;
  }

  private final class Sums implements PanelProducts.Consumer {
    private final float[] outputs;
    private final boolean rectified;

    Sums(float[] outputs, boolean rectified) {
      this.outputs = outputs;
      this.rectified = rectified;
    }

    @Override
    public void accept(int digit, int first, float[] products, int offset, int length) {
      for (int i = 0; i < length; i++) {
        float sum = products[offset + i] + biases[first + i];
        outputs[digit * units() + first + i] = rectified ? Math.max(0, sum) : sum;
      }
    }

    @Override
    public void finish() {}
  }
}
