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
    ColumnMoments moments = ColumnMoments.of(digits);
    int columns = moments.columns();
    double added = SHARE_OF_MEAN * moments.totalVariance() / columns;
    float[] means = new float[columns];
    float[] scales = new float[columns];
    for (int f = 0; f < columns; f++) {
      double variance = moments.variance(f) + added;
      means[f] = (float) moments.mean(f);
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
