package io.github.inkling.core.model;

import java.math.BigDecimal;

/**
 * One part of a concatenation of features.
 *
 * @param weight what its features are multiplied by, above 0
 * @param extractor computes them
 */
public record WeightedFeatures(float weight, FeatureExtractor extractor) {
  /**
   * Checks the weight.
   *
   * @param weight above 0 and finite
   * @param extractor computes the features
   * @throws IllegalArgumentException if the weight is out of range
   */
  public WeightedFeatures {
    if (!(weight > 0 && Float.isFinite(weight))) {
      throw new IllegalArgumentException(
          "the weight of %s must be above 0 and finite, not %s"
              .formatted(extractor.spec(), weight));
    }
  }

  String spec() {
    if (weight == 1) {
      return extractor.spec();
    }
    // Without an exponent, whose sign would be taken for the + between two features.
    String plain = new BigDecimal(Float.toString(weight)).stripTrailingZeros().toPlainString();
    return plain + "*" + extractor.spec();
  }
}
