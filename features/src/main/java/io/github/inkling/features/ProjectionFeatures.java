package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.Arrays;
import java.util.List;

/**
 * Projection histograms: the ink of every row (28 values, from the top), of every column (28, from
 * the left), and, if wanted, of every diagonal: those falling to the right (55, from the lower left
 * corner to the upper right), then those rising to the right (55, from the upper left corner to the
 * lower right). Each value is the line's ink in pixels over 28, so 0 to 1.
 */
public final class ProjectionFeatures implements FeatureExtractor {
  private static final int SIZE = DigitImage.SIZE;
  private static final int DIAGONALS = 2 * SIZE - 1;
  private static final float FULL_LINE = 255f * SIZE;

  private final boolean diagonals;

  /**
   * Makes an extractor.
   *
   * @param diagonals whether to project along both diagonals too
   */
  public ProjectionFeatures(boolean diagonals) {
    this.diagonals = diagonals;
  }

  @Override
  public String spec() {
    return "projection:diagonals=" + diagonals;
  }

  @Override
  public int length() {
    return 2 * SIZE + (diagonals ? 2 * DIAGONALS : 0);
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    int length = length();
    int[] sums = new int[2 * SIZE + 2 * DIAGONALS];
    for (int digit = 0; digit < digits.size(); digit++) {
      project(digits.get(digit), sums);
      for (int i = 0; i < length; i++) {
        rows[digit * length + i] = sums[i] / FULL_LINE;
      }
    }
  }

  private static void project(DigitImage digit, int[] sums) {
    Arrays.fill(sums, 0);
    int falling = 2 * SIZE;
    int rising = falling + DIAGONALS;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int ink = digit.at(x, y);
        sums[y] += ink;
        sums[SIZE + x] += ink;
        sums[falling + x - y + SIZE - 1] += ink;
        sums[rising + x + y] += ink;
      }
    }
  }

  /** Makes {@code projection}. */
  public static final class Provider implements FeatureExtractorProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public String name() {
      return "projection";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      spec.allow("diagonals");
      return new ProjectionFeatures(spec.flag("diagonals", false));
    }
  }
}
