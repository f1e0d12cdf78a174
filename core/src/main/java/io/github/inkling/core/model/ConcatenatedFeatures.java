package io.github.inkling.core.model;

import io.github.inkling.core.image.DigitImage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several feature extractors side by side, each multiplied by its weight. A concatenation inside
 * another is taken apart, as its specification has no parentheses. Immutable.
 */
public final class ConcatenatedFeatures implements FeatureExtractor {
  private final List<WeightedFeatures> parts;
  private final int length;

  /**
   * Puts extractors side by side.
   *
   * @param parts at least one
   * @throws IllegalArgumentException if there is none
   */
  public ConcatenatedFeatures(List<WeightedFeatures> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a concatenation of features needs at least one part");
    }
    this.parts = parts.stream().flatMap(ConcatenatedFeatures::flat).toList();
    this.length = parts.stream().mapToInt(part -> part.extractor().length()).sum();
  }

  @Override
  public String spec() {
    return parts.stream().map(WeightedFeatures::spec).collect(Collectors.joining("+"));
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    int offset = 0;
    for (WeightedFeatures part : parts) {
      int width = part.extractor().length();
      float[] own = new float[digits.size() * width];
      part.extractor().extract(digits, own);
      for (int digit = 0; digit < digits.size(); digit++) {
        for (int i = 0; i < width; i++) {
          rows[digit * length + offset + i] = part.weight() * own[digit * width + i];
        }
      }
      offset += width;
    }
  }

  @Override
  public String toString() {
    return spec();
  }

  private static Stream<WeightedFeatures> flat(WeightedFeatures part) {
    if (!(part.extractor() instanceof ConcatenatedFeatures inner)) {
      return Stream.of(part);
    }
    return inner.parts.stream()
        .map(own -> new WeightedFeatures(part.weight() * own.weight(), own.extractor()));
  }
}
