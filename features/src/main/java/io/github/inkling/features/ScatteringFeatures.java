package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.List;

/**
 * Wavelet scattering (Bruna and Mallat, "Invariant scattering convolution networks", IEEE Trans.
 * PAMI 35(8), 2013, section 2): means of the ink, of what oriented Morlet wavelets see in it,
 * regardless of phase, and of what larger wavelets see in that. Small shifts and deformations
 * change them little, and the second order keeps what means alone would lose.
 *
 * <p>The variant: the digit lies in 32 x 32 pixels, which repeat; means are under a Gaussian window
 * whose sigma is 0.4 of the distance of its places, {@code 2^scales} pixels. Each value may be
 * replaced by its square root, as in {@link HogFeatures}.
 *
 * <p>Features: path by path, each with its means row by row from the top left. The first path has
 * no wavelet. Then comes each wavelet, scale by scale from the finest, orientation by orientation,
 * and after it its paths of two, in the same order of their second, larger wavelet. The wave of
 * orientation {@code k} of {@code n} runs at {@code k * 180 / n} degrees, where 0 is along the rows
 * and 90 downwards. Values are at least 0, and those of the first path, up to rounding, at most 1.
 */
public final class ScatteringFeatures implements FeatureExtractor {
  /** Digits that are scattered side by side: rows long enough for vector instructions. */
  private static final int GROUP = 16;

  /** With fewer digits, one after another is faster than a group that is mostly empty. */
  private static final int LEAST_GROUP = 4;

  private final ScatteringSettings settings;
  private final ScatteringFilters single;
  private final ScatteringFilters group;

  /**
   * Makes an extractor.
   *
   * @param settings how a digit is scattered
   */
  public ScatteringFeatures(ScatteringSettings settings) {
    this.settings = settings;
    this.single = new ScatteringFilters(settings);
    this.group = single.sideBySide(GROUP);
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  @Override
  public int length() {
    return settings.paths() * settings.places() * settings.places();
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    int rest = digits.size() % GROUP;
    int inGroups = digits.size() - (rest < LEAST_GROUP ? rest : 0);
    extract(group, digits, 0, inGroups, rows);
    extract(single, digits, inGroups, digits.size(), rows);
    if (settings.root()) {
      for (int i = 0; i < digits.size() * length(); i++) {
        rows[i] = (float) Math.sqrt(rows[i]);
      }
    }
  }

  private void extract(
      ScatteringFilters filters, List<DigitImage> digits, int from, int to, float[] rows) {
    if (from == to) {
      return;
    }
    ScatteringTransform transform = new ScatteringTransform(filters);
    for (int first = from; first < to; first += filters.pictures()) {
      int end = Math.min(to, first + filters.pictures());
      transform.describe(digits.subList(first, end), rows, first * length(), length());
    }
  }

  /** Makes {@code scattering}. */
  public static final class Provider implements FeatureExtractorProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public String name() {
      return "scattering";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return new ScatteringFeatures(ScatteringSettings.parse(spec));
    }
  }
}
