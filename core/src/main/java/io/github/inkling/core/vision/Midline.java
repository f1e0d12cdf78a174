package io.github.inkling.core.vision;

/**
 * The line in the middle of strokes, one pixel wide, by thinning (Zhang and Suen, "A fast parallel
 * algorithm for thinning digital patterns", Communications of the ACM 27(3), 1984): contour pixels
 * are peeled off, those at the south-east and then those at the north-west, as long as neither an
 * end nor a connection is lost.
 */
final class Midline {
  private Midline() {}

  /**
   * Thins ink.
   *
   * @param ink whether each pixel is ink, row by row; the outermost pixels are taken for paper
   * @param width pixels of a row
   * @return the pixels that are left
   */
  static boolean[] of(boolean[] ink, int width) {
    boolean[] left = ink.clone();
    int height = ink.length / width;
    for (int i = 0; i < left.length; i++) {
      int x = i % width;
      int y = i / width;
      left[i] &= x > 0 && x < width - 1 && y > 0 && y < height - 1;
    }
    int[] pixels = new int[left.length];
    int count = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i]) {
        pixels[count++] = i;
      }
    }
    int[] peeled = new int[count];
    boolean changed = true;
    while (changed) {
      int before = count;
      count = peel(left, width, true, pixels, count, peeled);
      count = peel(left, width, false, pixels, count, peeled);
      changed = count < before;
    }
    return left;
  }

  /**
   * Peels once.
   *
   * @param pixels the pixels that are ink; loses those that are peeled off
   * @param count how many there are
   * @param peeled room for as many
   * @return how many are left
   */
  private static int peel(
      boolean[] ink, int width, boolean southEast, int[] pixels, int count, int[] peeled) {
    int gone = 0;
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (isPeeled(ink, pixels[i], width, southEast)) {
        peeled[gone++] = pixels[i];
      } else {
        pixels[left++] = pixels[i];
      }
    }
    // Only now: whether a pixel goes is decided by all as they were.
    for (int i = 0; i < gone; i++) {
      ink[peeled[i]] = false;
    }
    return left;
  }

  private static boolean isPeeled(boolean[] ink, int i, int width, boolean southEast) {
    boolean north = ink[i - width];
    boolean east = ink[i + 1];
    boolean south = ink[i + width];
    boolean west = ink[i - 1];
    boolean keeps =
        southEast
            ? (north && east && south) || (east && south && west)
            : (north && east && west) || (north && south && west);
    if (keeps) {
      return false;
    }
    boolean[] around = {
      north,
      ink[i - width + 1],
      east,
      ink[i + width + 1],
      south,
      ink[i + width - 1],
      west,
      ink[i - width - 1]
    };
    int neighbors = 0;
    int entries = 0;
    for (int n = 0; n < around.length; n++) {
      neighbors += around[n] ? 1 : 0;
      entries += !around[n] && around[(n + 1) % around.length] ? 1 : 0;
    }
    return neighbors >= 2 && neighbors <= 6 && entries == 1;
  }
}
