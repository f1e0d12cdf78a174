package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Small features: the share of ink in each row, or in each column. Counts the digits it saw. */
public final class InkSums implements FeatureExtractor {
  private final String name;
  private final boolean byRow;
  private final AtomicInteger seen = new AtomicInteger();

  private InkSums(String name, boolean byRow) {
    this.name = name;
    this.byRow = byRow;
  }

  static InkSums rows() {
    return new InkSums("ink-rows", true);
  }

  static InkSums columns() {
    return new InkSums("ink-columns", false);
  }

  int seen() {
    return seen.get();
  }

  @Override
  public String spec() {
    return name;
  }

  @Override
  public int length() {
    return DigitImage.SIZE;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    seen.addAndGet(digits.size());
    for (int digit = 0; digit < digits.size(); digit++) {
      for (int y = 0; y < DigitImage.SIZE; y++) {
        for (int x = 0; x < DigitImage.SIZE; x++) {
          rows[digit * length() + (byRow ? y : x)] +=
              digits.get(digit).at(x, y) / (255f * DigitImage.SIZE);
        }
      }
    }
  }

  /** Registered as a service in the test resources. */
  public static final class Rows implements FeatureExtractorProvider {
    @Override
    public String name() {
      return rows().spec();
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return rows();
    }
  }

  /** Registered as a service in the test resources. */
  public static final class Columns implements FeatureExtractorProvider {
    @Override
    public String name() {
      return columns().spec();
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return columns();
    }
  }
}
