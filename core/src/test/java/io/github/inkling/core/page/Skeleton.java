package io.github.inkling.core.page;

import org.opencv.core.Mat;

/**
 * Thins strokes to lines (Zhang and Suen, "A fast parallel algorithm for thinning digital
 * patterns", Communications of the ACM 27(3), 1984).
 */
final class Skeleton {
  private Skeleton() {}

  /** Thins white strokes on black, in place. */
  static void thin(Mat shape) {
    int width = shape.cols();
    int height = shape.rows();
    byte[] pixels = new byte[width * height];
    shape.get(0, 0, pixels);
    int[] around = {-width, 1 - width, 1, 1 + width, width, width - 1, -1, -1 - width};
    int[] doomed = new int[pixels.length];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int step = 0; step < 2; step++) {
        int count = 0;
        for (int y = 1; y < height - 1; y++) {
          for (int x = 1; x < width - 1; x++) {
            int at = y * width + x;
            if (pixels[at] != 0 && isEdge(pixels, at, around, step)) {
              doomed[count++] = at;
            }
          }
        }
        for (int i = 0; i < count; i++) {
          pixels[doomed[i]] = 0;
        }
        changed |= count > 0;
      }
    }
    shape.put(0, 0, pixels);
  }

  private static boolean isEdge(byte[] pixels, int at, int[] around, int step) {
    int neighbours = 0;
    int rises = 0;
    int set = 0;
    for (int i = 0; i < 8; i++) {
      boolean here = pixels[at + around[i]] != 0;
      boolean next = pixels[at + around[(i + 1) % 8]] != 0;
      neighbours += here ? 1 : 0;
      rises += !here && next ? 1 : 0;
      set |= here ? 1 << i : 0;
    }
    int first = step == 0 ? 0b00010101 : 0b01000101;
    int second = step == 0 ? 0b01010100 : 0b01010001;
    return neighbours >= 2
        && neighbours <= 6
        && rises == 1
        && (set & first) != first
        && (set & second) != second;
  }
}
