package io.github.inkling.core.model;

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
    SettingRange.requirePositive("the weight of " + extractor.spec(), weight);
  }

  String spec() {
    return weight == 1 ? extractor.spec() : PlainNumber.format(weight) + "*" + extractor.spec();
  }
}
