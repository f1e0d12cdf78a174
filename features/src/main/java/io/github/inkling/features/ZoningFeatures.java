package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import java.util.List;

/**
 * Ink and, if wanted, stroke directions in the zones of a grid.
 *
 * <p>Features: zone by zone, row by row from the top left; in each the square root of the mean ink
 * (0 to 1), then one value per stroke direction: the square root of the mean magnitude of those
 * gradients, by central differences of the ink, that stand at right angles to it. The first
 * direction is upright, the others follow clockwise. The roots keep a full zone from outweighing
 * all others, as the square root of the ink does in HOG.
 */
public final class ZoningFeatures implements FeatureExtractor {
  private static final int SIZE = DigitImage.SIZE;

  private final ZoningSettings settings;
  private final ZoneGrid grid;
  private final int perZone;

  /**
   * Makes an extractor.
   *
   * @param settings how a digit is divided
   */
  public ZoningFeatures(ZoningSettings settings) {
    this.settings = settings;
    this.grid = new ZoneGrid(settings.grid(), settings.soft());
    this.perZone = 1 + settings.directions();
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  @Override
  public int length() {
    return settings.grid().zones() * perZone;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    int length = length();
    for (int i = 0; i < digits.size(); i++) {
      int from = i * length;
      addInk(digits.get(i), rows, from);
      if (settings.directions() > 0) {
        addDirections(digits.get(i), rows, from + 1);
      }
    }
    for (int i = 0; i < digits.size() * length; i++) {
      rows[i] = (float) Math.sqrt(rows[i] / grid.zoneArea());
    }
  }

  private void addInk(DigitImage digit, float[] rows, int from) {
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        if (digit.at(x, y) > 0) {
          grid.add(x, y, digit.at(x, y) / 255f, rows, from, perZone);
        }
      }
    }
  }

  private void addDirections(DigitImage digit, float[] rows, int from) {
    DirectionVotes votes = new DirectionVotes(grid, settings.directions(), false);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        float dx = (ink(digit, x + 1, y) - ink(digit, x - 1, y)) / 255f;
        float dy = (ink(digit, x, y + 1) - ink(digit, x, y - 1)) / 255f;
        if (dx != 0 || dy != 0) {
          votes.add(x, y, dx, dy, (float) Math.hypot(dx, dy), rows, from, perZone);
        }
      }
    }
  }

  private static int ink(DigitImage digit, int x, int y) {
    return x < 0 || x >= SIZE || y < 0 || y >= SIZE ? 0 : digit.at(x, y);
  }

  /** Makes {@code zoning}. */
  public static final class Provider implements FeatureExtractorProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public String name() {
      return "zoning";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return new ZoningFeatures(ZoningSettings.parse(spec));
    }
  }
}
