package io.github.inkling.core.vision;

/** Which of the two is the ink. */
enum Polarity {
  /** Ink on paper, as a pen writes. */
  DARK_INK,
  /** Paper on ink, as chalk writes. */
  LIGHT_INK;

  /** Of three votes between 0 and 1. */
  private static final double MAJORITY = 1.5;

  /**
   * Decides for a picture in even light, by vote: paper is what covers the border, the corners and
   * most of the area. Each alone fails: on a digit that touches the border, on a slanted one that
   * is stretched to fill its box, and on a very thick one.
   */
  static Polarity of(Raster picture, Histogram histogram) {
    int threshold = histogram.threshold();
    double lightArea =
        (double) histogram.count(threshold + 1, Histogram.LEVELS - 1) / picture.size();
    double votes = lightArea + lightBorder(picture, threshold) + lightCorners(picture, threshold);
    return votes > MAJORITY ? DARK_INK : LIGHT_INK;
  }

  /** Share of the outermost pixels that are above a level. */
  static double lightBorder(Raster picture, int threshold) {
    int width = picture.width();
    int height = picture.height();
    byte[] pixels = picture.pixels();
    int light = 0;
    int border = 0;
    for (int y = 0; y < height; y++) {
      int step = y == 0 || y == height - 1 ? 1 : Math.max(1, width - 1);
      for (int x = 0; x < width; x += step) {
        border++;
        if ((pixels[y * width + x] & 0xff) > threshold) {
          light++;
        }
      }
    }
    return (double) light / border;
  }

  private static double lightCorners(Raster picture, int threshold) {
    byte[] pixels = picture.pixels();
    int lastRow = pixels.length - picture.width();
    int light = 0;
    for (int corner : new int[] {0, picture.width() - 1, lastRow, pixels.length - 1}) {
      light += (pixels[corner] & 0xff) > threshold ? 1 : 0;
    }
    return light / 4.0;
  }
}
