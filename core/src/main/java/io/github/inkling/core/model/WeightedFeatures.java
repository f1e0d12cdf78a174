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
    return (weight == (int) weight ? String.valueOf((int) weight) : String.valueOf(weight))
        + "*"
        + extractor.spec();
  }
}
