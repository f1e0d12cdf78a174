package io.github.inkling.evaluation.robustness;

/**
 * Turns, scales or slants the ink about the middle of its box. What would be outside the picture is
 * moved back in, and made smaller where there is no room for it, so that no ink is cut off.
 *
 * <p>Levels are interpolated by cubic convolution (Keys, "Cubic convolution interpolation for
 * digital image processing", 1981, a = -1/2), held between the four nearest pixels so that strokes
 * get no halo. Where a picture shrinks, several samples of a pixel are averaged against aliasing.
 */
record AffineWarp(double a, double b, double c, double d) {
  private static final int MARGIN = 2;

  /** Along each side of a pixel: a line of pixels, turned upright to fit, would take thousands. */
  private static final int MOST_SAMPLES = 4;

  static AffineWarp rotation(double degrees) {
    double angle = StrictMath.toRadians(degrees);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new AffineWarp(cos, -sin, sin, cos);
  }

  static AffineWarp scale(double factor) {
    return new AffineWarp(factor, 0, 0, factor);
  }

  static AffineWarp shear(double tangent) {
    return new AffineWarp(1, tangent, 0, 1);
  }

  InkPicture apply(InkPicture picture) {
    Bounds before = Bounds.of(picture, 1, 0, 0, 1);
    if (before.isEmpty()) {
      return picture;
    }
    Bounds after = Bounds.of(picture, a, b, c, d);
    double fit =
        Math.min(1, Math.min(picture.width() / after.width(), picture.height() / after.height()));
    double middleX = (before.left() + before.right()) / 2;
    double middleY = (before.top() + before.bottom()) / 2;
    double aroundX = a * middleX + b * middleY;
    double aroundY = c * middleX + d * middleY;
    double movedX =
        place(
            middleX,
            fit * (after.left() - aroundX),
            fit * (after.right() - aroundX),
            picture.width());
    double movedY =
        place(
            middleY,
            fit * (after.top() - aroundY),
            fit * (after.bottom() - aroundY),
            picture.height());
    AffineWarp fitted = new AffineWarp(fit * a, fit * b, fit * c, fit * d);
    return picture.with(fitted.sample(picture, middleX, middleY, movedX, movedY));
  }

  /**
   * Where the middle goes, as near as can be, so that what reaches from one place beside it to
   * another lies between 0 and a size.
   */
  private static double place(double middle, double from, double to, double size) {
    return middle + Math.max(0, -(middle + from)) - Math.max(0, middle + to - size);
  }

  /**
   * Fetches every pixel of the result from where it was, with the first point moved to the second.
   */
  private float[] sample(InkPicture picture, double fromX, double fromY, double toX, double toY) {
    double determinant = a * d - b * c;
    int samples = (int) Math.min(MOST_SAMPLES, Math.ceil(1 / Math.sqrt(determinant) - 1e-6));
    float[] padded = picture.padded(MARGIN);
    float[] warped = new float[picture.ink().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double sum = 0;
        for (int i = 0; i < samples * samples; i++) {
          int row = i / samples;
          double u = x + (i % samples + 0.5) / samples - toX;
          double v = y + (row + 0.5) / samples - toY;
          double sourceX = fromX + (d * u - b * v) / determinant - 0.5;
          double sourceY = fromY + (a * v - c * u) / determinant - 0.5;
          if (sourceX > -1
              && sourceX < picture.width()
              && sourceY > -1
              && sourceY < picture.height()) {
            sum += cubic(padded, picture.width() + 2 * MARGIN, sourceX, sourceY);
          }
        }
        warped[y * picture.width() + x] = (float) (sum / (samples * samples));
      }
    }
    return warped;
  }

  private static float cubic(float[] padded, int stride, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    int corner = (top + MARGIN) * stride + left + MARGIN;
    float p = padded[corner];
    float q = padded[corner + 1];
    float r = padded[corner + stride];
    float s = padded[corner + stride + 1];
    float least = Math.min(Math.min(p, q), Math.min(r, s));
    float most = Math.max(Math.max(p, q), Math.max(r, s));
    // Most of a picture is even paper.
    if (least == most) {
      return least;
    }
    float value =
        keys(
            keysOfRow(padded, corner - stride, fx),
            keysOfRow(padded, corner, fx),
            keysOfRow(padded, corner + stride, fx),
            keysOfRow(padded, corner + 2 * stride, fx),
            fy);
    return Math.max(least, Math.min(most, value));
  }

  private static float keysOfRow(float[] padded, int at, float f) {
    return keys(padded[at - 1], padded[at], padded[at + 1], padded[at + 2], f);
  }

  /** Through q at f = 0 and r at f = 1. */
  private static float keys(float p, float q, float r, float s, float f) {
    return q + 0.5f * f * (r - p + f * (2 * p - 5 * q + 4 * r - s + f * (3 * (q - r) + s - p)));
  }
}
