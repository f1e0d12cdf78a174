package io.github.inkling.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes feature extractors from their names: {@code hog}, {@code zoning:4x4}, or several joined by
 * {@code +}, each with an optional weight: {@code hog+0.5*zoning:4x4}. Immutable.
 */
public final class FeatureExtractors {
  private static final Pattern WEIGHTED = Pattern.compile("(?:([^*]*)\\*)?([^*]*)");

  private final Map<String, FeatureExtractorProvider> providers;

  private FeatureExtractors(Map<String, FeatureExtractorProvider> providers) {
    this.providers = providers;
  }

  /**
   * All extractors on the class path, and some more.
   *
   * @param own providers that are not registered as a service; they come before those that are
   * @return the known extractors
   */
  public static FeatureExtractors with(FeatureExtractorProvider... own) {
    Map<String, FeatureExtractorProvider> providers = new TreeMap<>();
    for (FeatureExtractorProvider provider :
        ServiceLoader.load(
            FeatureExtractorProvider.class, FeatureExtractors.class.getClassLoader())) {
      providers.put(provider.name(), provider);
    }
    for (FeatureExtractorProvider provider : own) {
      providers.put(provider.name(), provider);
    }
    return new FeatureExtractors(providers);
  }

  /**
   * Makes an extractor of those on the class path.
   *
   * @param spec such as {@code "hog+0.5*zoning:4x4"}
   * @return the extractor
   * @throws IllegalArgumentException if a name or a setting is unknown or out of range, naming it
   */
  public static FeatureExtractor of(String spec) {
    return with().parse(spec);
  }

  /**
   * Makes an extractor. What is not given is as it is best now.
   *
   * @param spec such as {@code "hog+0.5*zoning:4x4"}
   * @return the extractor
   * @throws IllegalArgumentException if a name or a setting is unknown or out of range, naming it
   */
  public FeatureExtractor parse(String spec) {
    return make(spec, FeatureExtractorProvider::create);
  }

  /**
   * Makes the extractor of a saved model again. What is not given is as it was when the model was
   * saved, see {@link FeatureExtractorProvider#restore}.
   *
   * @param spec what {@link FeatureExtractor#spec()} gave, in this version or an older one
   * @return the extractor
   * @throws IllegalArgumentException if a name or a setting is unknown or out of range, naming it
   */
  public FeatureExtractor restore(String spec) {
    return make(spec, FeatureExtractorProvider::restore);
  }

  /**
   * The known names.
   *
   * @return in alphabetical order
   */
  public List<String> names() {
    return List.copyOf(providers.keySet());
  }

  private FeatureExtractor make(
      String spec, BiFunction<FeatureExtractorProvider, ComponentSpec, FeatureExtractor> maker) {
    List<WeightedFeatures> parts = new ArrayList<>();
    for (String part : spec.split("\\+", -1)) {
      Matcher matcher = WEIGHTED.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'%s': '%s' is not a feature; expected such as hog or 0.5*zoning:4x4"
                .formatted(spec, part));
      }
      ComponentSpec single = ComponentSpec.parse(matcher.group(2));
      FeatureExtractor extractor = maker.apply(provider(single.name()), single);
      parts.add(new WeightedFeatures(weight(spec, matcher.group(1)), extractor));
    }
    return parts.size() == 1 && parts.get(0).weight() == 1
        ? parts.get(0).extractor()
        : new ConcatenatedFeatures(parts);
  }

  private FeatureExtractorProvider provider(String name) {
    FeatureExtractorProvider provider = providers.get(name);
    if (providers.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no features on the class path; add io.github.inkling:inkling-features");
    }
    if (provider == null) {
      throw new UnknownNameException("there are no features named", name, providers.keySet());
    }
    return provider;
  }

  private static float weight(String spec, String text) {
    try {
      return text == null ? 1 : Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s': '%s' is not a weight; expected a number above 0".formatted(spec, text), e);
    }
  }
}
