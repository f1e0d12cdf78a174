package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;

/**
 * Brings features to mean 0 and about variance 1 before a network sees them. A tenth of the mean
 * variance is added to each feature's own, so that features that hardly vary are not blown up and
 * constant ones become 0.
 */
final class Standardization {
  private static final double SHARE_OF_MEAN = 0.1;

  private final float[] means;
  private final float[] scales;

  private Standardization(float[] means, float[] scales) {
    this.means = means;
    this.scales = scales;
  }

  static Standardization fit(FeatureMatrix digits) {
    int columns = digits.columns();
    double[] sums = new double[columns];
    for (int row = 0; row < digits.rows(); row++) {
      for (int f = 0; f < columns; f++) {
        sums[f] += digits.at(row, f);
      }
    }
    float[] means = new float[columns];
    for (int f = 0; f < columns; f++) {
      means[f] = (float) (sums[f] / digits.rows());
    }
    double[] squares = new double[columns];
    double total = 0;
    for (int row = 0; row < digits.rows(); row++) {
      for (int f = 0; f < columns; f++) {
        double deviation = (double) digits.at(row, f) - means[f];
        squares[f] += deviation * deviation;
        total += deviation * deviation;
      }
    }
    float[] scales = new float[columns];
    for (int f = 0; f < columns; f++) {
      double variance = (squares[f] + SHARE_OF_MEAN * total / columns) / digits.rows();
      scales[f] = variance > 0 ? (float) (1 / Math.sqrt(variance)) : 0;
    }
    return new Standardization(means, scales);
  }

  /** Writes one standardized row. */
  void apply(FeatureMatrix digits, int row, float[] target, int offset) {
    float[] values = digits.values();
    int from = row * means.length;
    for (int f = 0; f < means.length; f++) {
      target[offset + f] = (values[from + f] - means[f]) * scales[f];
    }
  }

  /** The layer that does to raw features what the given one does to standardized ones. */
  DenseLayer fold(DenseLayer layer) {
    float[] weights = new float[layer.weights().length];
    float[] biases = new float[layer.units()];
    for (int unit = 0; unit < biases.length; unit++) {
      double bias = layer.biases()[unit];
      for (int f = 0; f < means.length; f++) {
        int at = unit * means.length + f;
        weights[at] = layer.weights()[at] * scales[f];
        bias -= (double) weights[at] * means[f];
      }
      biases[unit] = (float) bias;
    }
    return new DenseLayer(layer.inputs(), weights, biases);
  }
}
