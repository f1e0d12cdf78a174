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

  /**
   * Makes the extractor of a saved model again. A setting that is not in a saved {@linkplain
   * FeatureExtractor#spec() specification}, which spells all of them out, is one that there was not
   * yet when the model was saved; it means what was done then, not what is best now. A provider
   * that gained a setting since its first release, with another default, says here what that was.
   *
   * @param spec the name and its settings, as {@link FeatureExtractor#spec()} gave them
   * @return the extractor
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  default FeatureExtractor restore(ComponentSpec spec) {
    return create(spec);
  }
}
