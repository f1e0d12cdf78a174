package io.github.inkling.core.recognizer;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.List;

/** Features that a user might write: the share of ink in each row of pixels. */
public class InkPerRow implements FeatureExtractor, FeatureExtractorProvider {
  @Override
  public String name() {
    return "ink-per-row";
  }

  @Override
  public FeatureExtractor create(ComponentSpec spec) {
    spec.allow();
    return this;
  }

  @Override
  public String spec() {
    return "ink-per-row";
  }

  @Override
  public int length() {
    return DigitImage.SIZE;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    for (int digit = 0; digit < digits.size(); digit++) {
      for (int y = 0; y < DigitImage.SIZE; y++) {
        float ink = 0;
        for (int x = 0; x < DigitImage.SIZE; x++) {
          ink += digits.get(digit).at(x, y);
        }
        rows[digit * length() + y] = ink / (255 * DigitImage.SIZE);
      }
    }
  }
}
