package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.opencv.NativeScope;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.objdetect.HOGDescriptor;

/**
 * Histograms of oriented gradients (Dalal and Triggs, "Histograms of oriented gradients for human
 * detection", CVPR 2005), computed by OpenCV, at one or several scales side by side.
 *
 * <p>The variant: square root of the ink, gradient by the mask (-1, 0, 1), votes shared between
 * neighbouring cells and orientations, a Gaussian window of sigma a quarter of the block's width,
 * and blocks normalised by L2-Hys (clipped at 0.2). A digit has paper all around it.
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
  private static final Size UNUSED = new Size();

  private final HogSettings settings;
  private final List<Scale> scales;
  private final int length;

  /**
   * Makes an extractor.
   *
   * @param settings how the histograms are made
   */
  public HogFeatures(HogSettings settings) {
    this.settings = settings;
    this.scales =
        settings.cells().stream()
            .map(cell -> new Scale(HogDescriptors.of(settings, cell), settings.length(cell)))
            .toList();
    this.length = scales.stream().mapToInt(Scale::length).sum();
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
    Blocks.forEach(digits, (block, first) -> extractBlock(block, rows, first * length));
  }

  private void extractBlock(List<DigitImage> digits, float[] rows, int from) {
    try (NativeScope scope = new NativeScope()) {
      Mat sheet = DigitSheet.of(digits, scope);
      MatOfPoint corners = scope.own(new MatOfPoint(corners(digits.size())), Mat::release);
      MatOfFloat histograms = scope.own(new MatOfFloat(), Mat::release);
      int column = from;
      for (int s = 0; s < scales.size(); s++) {
        Scale scale = scales.get(s);
        scale.descriptor.compute(sheet, histograms, UNUSED, UNUSED, corners);
        float[] values = new float[digits.size() * scale.length];
        histograms.get(0, 0, values);
        if (settings.root()) {
          takeRoots(values);
        }
        float weight = settings.weights().get(s).floatValue();
        for (int digit = 0; digit < digits.size(); digit++) {
          for (int i = 0; i < scale.length; i++) {
            rows[column + digit * length + i] = weight * values[digit * scale.length + i];
          }
        }
        column += scale.length;
      }
    }
  }

  private static void takeRoots(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sqrt(values[i]);
    }
  }

  private static Point[] corners(int digits) {
    Point[] corners = new Point[digits];
    for (int digit = 0; digit < digits; digit++) {
      corners[digit] = new Point(DigitSheet.MARGIN, DigitSheet.top(digit));
    }
    return corners;
  }

  private record Scale(HOGDescriptor descriptor, int length) {}

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
