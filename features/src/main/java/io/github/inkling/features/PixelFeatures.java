package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.List;

/**
 * The pixels themselves, row by row from the top left, each in 0 (paper) to 1 (ink); or the digit
 * made smaller by taking means over squares of pixels.
 */
public final class PixelFeatures implements FeatureExtractor {
  private static final String SIZES = "28, 14, 7, 4, 2, 1";

  private final int size;

  /**
   * Makes an extractor.
   *
   * @param size width and height of the picture that is described, in pixels: a divisor of 28
   * @throws IllegalArgumentException if the size does not divide 28
   */
  public PixelFeatures(int size) {
    if (size < 1 || DigitImage.SIZE % size != 0) {
      throw new IllegalArgumentException("pixels' size must be one of " + SIZES + ", not " + size);
    }
    this.size = size;
  }

  @Override
  public String spec() {
    return "pixels:size=" + size;
  }

  @Override
  public int length() {
    return size * size;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    int square = DigitImage.SIZE / size;
    int out = 0;
    for (DigitImage digit : digits) {
      for (int y = 0; y < DigitImage.SIZE; y += square) {
        for (int x = 0; x < DigitImage.SIZE; x += square) {
          rows[out++] = mean(digit, x, y, square);
        }
      }
    }
  }

  private static float mean(DigitImage digit, int left, int top, int square) {
    int sum = 0;
    for (int y = top; y < top + square; y++) {
      for (int x = left; x < left + square; x++) {
        sum += digit.at(x, y);
      }
    }
    return sum / (255f * square * square);
  }

  /** Makes {@code pixels}. */
  public static final class Provider implements FeatureExtractorProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public String name() {
      return "pixels";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      spec.allow("size");
      return new PixelFeatures(spec.integer("size", DigitImage.SIZE));
    }
  }
}
