package io.github.inkling.core.model;

/**
 * Makes the feature extractors of one name. Found by {@link java.util.ServiceLoader}, or given to
 * {@link FeatureExtractors} by hand.
 */
public interface FeatureExtractorProvider {
  /**
   * The name before the colon.
   *
   * @return such as {@code "hog"}
   */
  String name();

  /**
   * Makes an extractor.
   *
   * @param spec the name and its settings
   * @return the extractor
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  FeatureExtractor create(ComponentSpec spec);
}
