package io.github.inkling.core.vision;

/**
 * Where the ink of a picture lies: its bounding box and its moments up to the second order, in
 * pixel indices (the middle of the first pixel is 0), each pixel weighted by its brightness.
 */
final class Ink {
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;
  private final double centerX;
  private final double centerY;
  private final double slant;

  private Ink(int left, int top, int right, int bottom, double x, double y, double slant) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
    this.centerX = x;
    this.centerY = y;
    this.slant = slant;
  }

  /** Measures white ink on black; null if there is none. */
  static Ink measure(Raster picture) {
    int width = picture.width();
    int height = picture.height();
    byte[] pixels = picture.pixels();
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    double m00 = 0;
    double m10 = 0;
    double m01 = 0;
    double m11 = 0;
    double m02 = 0;
    for (int y = 0; y < height; y++) {
      // Whole numbers are exact: 10^8 columns, the most there are, of 255 each, times the column,
      // sum up to 1.3 * 10^18, and a long holds 9.2 * 10^18.
      long row = 0;
      long rowX = 0;
      for (int x = 0, i = y * width; x < width; x++, i++) {
        int value = pixels[i] & 0xff;
        if (value != 0) {
          row += value;
          rowX += (long) value * x;
          left = Math.min(left, x);
          right = Math.max(right, x);
        }
      }
      if (row != 0) {
        top = Math.min(top, y);
        bottom = y;
        m00 += row;
        m10 += rowX;
        m01 += (double) row * y;
        m11 += (double) rowX * y;
        m02 += (double) row * y * y;
      }
    }
    if (m00 == 0) {
      return null;
    }
    double x = m10 / m00;
    double y = m01 / m00;
    double mu11 = m11 / m00 - x * y;
    double mu02 = m02 / m00 - y * y;
    return new Ink(left, top, right, bottom, x, y, mu02 > 0 ? mu11 / mu02 : 0);
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int width() {
    return right - left + 1;
  }

  int height() {
    return bottom - top + 1;
  }

  /** Column of the centre of mass. */
  double centerX() {
    return centerX;
  }

  /** Row of the centre of mass. */
  double centerY() {
    return centerY;
  }

  /** Columns per row by which the ink leans: mu11 / mu02, negative if its top leans right. */
  double slant() {
    return slant;
  }

  /** How wide the ink will be when every row is moved by {@code shear} columns per row. */
  double widthSheared(Raster picture, double shear) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    byte[] pixels = picture.pixels();
    for (int y = top; y <= bottom; y++) {
      int from = y * picture.width() + left;
      int to = y * picture.width() + right;
      int i = from;
      while (i <= to && pixels[i] == 0) {
        i++;
      }
      if (i > to) {
        continue;
      }
      int j = to;
      while (pixels[j] == 0) {
        j--;
      }
      double moved = shear * (y - centerY);
      first = Math.min(first, left + i - from - moved);
      last = Math.max(last, left + j - from - moved);
    }
    return last - first + 1;
  }
}
