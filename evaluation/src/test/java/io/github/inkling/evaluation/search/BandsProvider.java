package io.github.inkling.evaluation.search;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Features with settings, so that they can be tuned: the ink of bands of rows, {@code
 * bands:height=4} or {@code bands:4}. Counts the digits that were ever described.
 */
public final class BandsProvider implements FeatureExtractorProvider {
  static final AtomicLong DESCRIBED = new AtomicLong();

  @Override
  public String name() {
    return "bands";
  }

  @Override
  public FeatureExtractor create(ComponentSpec spec) {
    spec.allow("", "height");
    int height = spec.integer("", spec.integer("height", 1));
    if (height < 1 || DigitImage.SIZE % height != 0) {
      throw spec.invalid("height", height, "a divisor of 28");
    }
    return new Bands(height);
  }

  private record Bands(int height) implements FeatureExtractor {
    @Override
    public String spec() {
      return "bands:height=" + height;
    }

    @Override
    public int length() {
      return DigitImage.SIZE / height;
    }

    @Override
    public void extract(List<DigitImage> digits, float[] rows) {
      DESCRIBED.addAndGet(digits.size());
      for (int digit = 0; digit < digits.size(); digit++) {
        for (int y = 0; y < DigitImage.SIZE; y++) {
          float ink = 0;
          for (int x = 0; x < DigitImage.SIZE; x++) {
            ink += digits.get(digit).at(x, y);
          }
          rows[digit * length() + y / height] += ink / (255 * DigitImage.SIZE * height);
        }
      }
    }
  }
}
