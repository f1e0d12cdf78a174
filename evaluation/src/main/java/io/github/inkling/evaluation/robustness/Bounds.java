package io.github.inkling.evaluation.robustness;

/**
 * The box around all visible ink after a linear map about the origin, the outer edges of pixels
 * included. Empty, and of negative size, if there is no ink.
 */
record Bounds(double left, double top, double right, double bottom) {
  /**
   * The box of ink at (a x + b y, c x + d y), where (x, y) is the middle of a pixel in the picture.
   */
  static Bounds of(InkPicture picture, double a, double b, double c, double d) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (picture.isVisible(y * picture.width() + x)) {
          double u = a * (x + 0.5) + b * (y + 0.5);
          double v = c * (x + 0.5) + d * (y + 0.5);
          left = Math.min(left, u);
          right = Math.max(right, u);
          top = Math.min(top, v);
          bottom = Math.max(bottom, v);
        }
      }
    }
    double halfWidth = (Math.abs(a) + Math.abs(b)) / 2;
    double halfHeight = (Math.abs(c) + Math.abs(d)) / 2;
    return new Bounds(left - halfWidth, top - halfHeight, right + halfWidth, bottom + halfHeight);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  boolean isEmpty() {
    return !(right > left);
  }
}
