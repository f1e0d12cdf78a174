package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/** A digit divided into zones, into which values of pixels are summed. Immutable. */
final class ZoneGrid {
  private final GridSize size;
  private final ZoneAxis columns;
  private final ZoneAxis rows;

  ZoneGrid(GridSize size, boolean soft) {
    this.size = size;
    this.columns = new ZoneAxis(size.columns(), soft);
    this.rows = new ZoneAxis(size.rows(), soft);
  }

  /** Pixels in a zone, for turning sums into means. */
  float zoneArea() {
    return DigitImage.PIXELS / (float) size.zones();
  }

  /**
   * Shares a pixel's value among its zones. Zone {@code z} (row by row from the top left) is at
   * {@code from + z * step} of the sums.
   */
  void add(int x, int y, float value, float[] sums, int from, int step) {
    int column = columns.first(x);
    int row = rows.first(y);
    float left = columns.share(x);
    float upper = rows.share(y);
    int at = from + (row * size.columns() + column) * step;
    addTo(sums, at, value * left * upper);
    addTo(sums, at + step, value * (1 - left) * upper);
    addTo(sums, at + size.columns() * step, value * left * (1 - upper));
    addTo(sums, at + (size.columns() + 1) * step, value * (1 - left) * (1 - upper));
  }

  private static void addTo(float[] sums, int index, float value) {
    // No share, no zone: the zone right of the last column or below the last row does not exist.
    if (value != 0) {
      sums[index] += value;
    }
  }
}
