package io.github.inkling.evaluation.robustness;

/**
 * Another width of strokes: grey-level dilation and erosion by a disc, whose radius is any number
 * of pixels, as pixels on its rim count in part.
 */
final class Pen {
  /**
   * Larger discs are made of several: a disc dilated by a disc is one, at less than the square of
   * the work. All but the last are of whole pixels, as a rim that counts in part pales every time.
   */
  private static final int LARGEST_DISC = 4;

  private Pen() {}

  /**
   * Moves the outlines of strokes.
   *
   * @param share how far, as a share of half the mean width of strokes; outwards if above 0
   */
  static InkPicture moveOutlines(InkPicture picture, double share) {
    double radius = Math.abs(share) * halfWidth(picture);
    InkPicture moved = picture;
    for (double left = radius; left > 0; left -= LARGEST_DISC) {
      moved = moved.with(disc(moved, Math.min(left, LARGEST_DISC), share > 0 ? 1 : -1));
    }
    return moved;
  }

  /**
   * Half the mean width of strokes in pixels: a long stroke's area, divided by the length of its
   * outline, which is the sum of all changes of level (the coarea formula).
   */
  static double halfWidth(InkPicture picture) {
    int stride = picture.width() + 2;
    float[] padded = picture.padded(1);
    double area = 0;
    double outline = 0;
    for (int y = 0; y <= picture.height(); y++) {
      for (int x = 0; x <= picture.width(); x++) {
        int place = y * stride + x;
        float level = Math.max(0, padded[place]);
        float across = Math.max(0, padded[place + 1]) - level;
        float down = Math.max(0, padded[place + stride]) - level;
        area += level;
        outline += Math.sqrt(across * across + down * down);
      }
    }
    return outline == 0 ? 0 : area / outline;
  }

  /** Dilates if the sign is 1, erodes if it is -1. */
  private static float[] disc(InkPicture picture, double radius, int sign) {
    int reach = (int) Math.ceil(radius);
    int stride = picture.width() + 2 * reach;
    float[] padded = picture.padded(reach);
    int[] places = new int[(2 * reach + 1) * (2 * reach + 1)];
    float[] weights = new float[places.length];
    int neighbours = 0;
    for (int v = -reach; v <= reach; v++) {
      for (int u = -reach; u <= reach; u++) {
        double weight = Math.min(1, 1 + radius - Math.hypot(u, v));
        if (weight > 0) {
          places[neighbours] = v * stride + u;
          weights[neighbours++] = (float) weight * sign;
        }
      }
    }
    float[] moved = new float[picture.ink().length];
    for (int i = 0; i < moved.length; i++) {
      int row = i / picture.width();
      int middle = (row + reach) * stride + i % picture.width() + reach;
      float level = padded[middle];
      float most = 0;
      for (int j = 0; j < neighbours; j++) {
        most = Math.max(most, weights[j] * (padded[middle + places[j]] - level));
      }
      moved[i] = level + sign * most;
    }
    return moved;
  }
}
