package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.Comparator;
import java.util.List;

/**
 * The shape of the ink: what is at least half ink counts as ink.
 *
 * <p>Features, in this order:
 *
 * <ul>
 *   <li>the seven moment invariants of Hu (1962) of the grey digit, on a logarithmic scale: about
 *       -1 to 1, and a little beyond for a straight or faint stroke;
 *   <li>Fourier descriptors of the largest outer contour: magnitudes of the harmonics -1, 2, -2, 3,
 *       ... relative to the first, 0 to 1;
 *   <li>for each zone (row by row from the top left) the histogram of Freeman's chain code (right,
 *       upper right, up, ...) of all contours: square roots of shares, so that the squares sum to
 *       1;
 *   <li>holes, a quarter for each up to four;
 *   <li>end points and then junctions of the skeleton (Zhang and Suen 1984), a quarter for each up
 *       to four.
 * </ul>
 */
public final class ContourFeatures implements FeatureExtractor {
  private static final int CODES = 8;
  private static final int COUNTS = 3;

  private final ContourSettings settings;
  private final FourierDescriptors fourier;
  private final ZoneGrid grid;
  private final int chainCodes;

  /**
   * Makes an extractor.
   *
   * @param settings how contours are described
   */
  public ContourFeatures(ContourSettings settings) {
    this.settings = settings;
    this.fourier = new FourierDescriptors(settings.fourier());
    this.grid = new ZoneGrid(settings.grid(), true);
    this.chainCodes = CODES * settings.grid().zones();
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  @Override
  public int length() {
    return HuMoments.COUNT + fourier.length() + chainCodes + COUNTS;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    for (int i = 0; i < digits.size(); i++) {
      float[] row = describe(digits.get(i));
      System.arraycopy(row, 0, rows, i * row.length, row.length);
    }
  }

  private float[] describe(DigitImage digit) {
    float[] row = new float[length()];
    BinaryDigit binary = BinaryDigit.of(digit);
    List<Border> borders = BorderFollowing.borders(binary);
    int at = 0;
    for (double invariant : HuMoments.of(digit)) {
      row[at++] = HuMoments.logScaled(invariant);
    }
    final int fourierAt = at;
    borders.stream()
        .filter(border -> !border.isHole())
        .max(Comparator.comparingDouble(Border::area))
        .ifPresent(outer -> fourier.of(outer, row, fourierAt));
    at += fourier.length();
    chainCodeHistogram(borders, row, at);
    at += chainCodes;
    LineEnds line = LineEnds.of(binary.skeleton());
    row[at++] = quarters((int) borders.stream().filter(Border::isHole).count());
    row[at++] = quarters(line.ends());
    row[at] = quarters(line.junctions());
    return row;
  }

  private void chainCodeHistogram(List<Border> borders, float[] row, int from) {
    float total = 0;
    for (Border border : borders) {
      for (int i = 0; i < border.steps(); i++) {
        grid.add(border.x(i), border.y(i), 1, row, from + border.code(i), CODES);
      }
      total += border.steps();
    }
    for (int i = from; i < from + chainCodes && total > 0; i++) {
      row[i] = (float) Math.sqrt(row[i] / total);
    }
  }

  private static float quarters(int count) {
    return Math.min(count, 4) / 4f;
  }

  /** Makes {@code contours}. */
  public static final class Provider implements FeatureExtractorProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public String name() {
      return "contours";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return new ContourFeatures(ContourSettings.parse(spec));
    }
  }
}
