package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Histograms of oriented gradients (Dalal and Triggs, "Histograms of oriented gradients for human
 * detection", CVPR 2005), at one or several scales side by side.
 *
 * <p>The variant: square root of the ink, gradient by the mask (-1, 0, 1), votes shared between
 * neighbouring cells and orientations, a Gaussian window of sigma a quarter of the block's width,
 * and blocks normalised by L2-Hys (clipped at 0.2). A digit has paper all around it. The values are
 * those of OpenCV's {@code HOGDescriptor} with gamma correction, but for its approximation of
 * angles; the gradient is computed once for all scales, in plain Java.
 *
 * <p>Each value may then be replaced by its square root, so that a strong edge outweighs the weak
 * ones less, and the distance of two digits is near Hellinger's distance of their histograms
 * (Arandjelovic and Zisserman, "Three things everyone should know to improve object retrieval",
 * CVPR 2012, section 3, who do so with SIFT; as "variable transformation" by the power 0.5 of
 * directional features of digits, Liu, Nakashima, Sako and Fujisawa, "Handwritten digit
 * recognition: benchmarking of state-of-the-art techniques", Pattern Recognition 36(10), 2003).
 *
 * <p>Features per scale: blocks column by column from the left, each column from the top; in a
 * block the cells in the same order; in a cell the orientations. Orientation {@code k} of {@code n}
 * is centred on {@code (k + 1/2) * 360 / n} degrees (180 if unsigned), where 0 means that ink
 * increases to the right and 90 that it increases downwards. Each value is in 0..1 times the
 * scale's weight, which is multiplied last.
 */
public final class HogFeatures implements FeatureExtractor {
  private final HogSettings settings;
  private final List<HogScale> scales;
  private final int length;

  /**
   * Makes an extractor.
   *
   * @param settings how the histograms are made
   */
  public HogFeatures(HogSettings settings) {
    this.settings = settings;
    this.scales =
        IntStream.range(0, settings.cells().size())
            .mapToObj(scale -> new HogScale(settings, scale))
            .toList();
    this.length = scales.stream().mapToInt(HogScale::length).sum();
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    GradientVotes votes = new GradientVotes(settings.bins(), settings.signed());
    int column = 0;
    for (DigitImage digit : digits) {
      votes.read(digit);
      for (HogScale scale : scales) {
        scale.describe(votes, rows, column);
        column += scale.length();
      }
    }
  }

  /** Makes {@code hog}. */
  public static final class Provider implements FeatureExtractorProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public String name() {
      return "hog";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return new HogFeatures(HogSettings.parse(spec));
    }

    @Override
    public FeatureExtractor restore(ComponentSpec spec) {
      return new HogFeatures(HogSettings.restore(spec));
    }
  }
}
