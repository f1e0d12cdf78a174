package io.github.inkling.core.page;

/**
 * Where the pixels of a picture that is worked on came from: a projective map to the picture that
 * was given, as a row-major 3 x 3 matrix on pixel indices.
 */
final class Frame {
  private final double[] matrix;

  private Frame(double[] matrix) {
    this.matrix = matrix;
  }

  /** A picture that was made so many times as wide and as high as the given one. */
  static Frame scaled(double factorX, double factorY) {
    double x = 1 / factorX;
    double y = 1 / factorY;
    // The outer edges of the pixels coincide, not the middles of the first ones.
    return new Frame(new double[] {x, 0, x / 2 - 0.5, 0, y, y / 2 - 0.5, 0, 0, 1});
  }

  /**
   * The frame of a picture that was warped out of this one's.
   *
   * @param back the map from the warped picture to this frame's, 3 x 3
   */
  Frame then(double[] back) {
    double[] product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          product[3 * row + column] += matrix[3 * row + k] * back[3 * k + column];
        }
      }
    }
    return new Frame(product);
  }

  /** The frame of this one's picture, turned clockwise by right angles. */
  Frame turned(int quarters, int width, int height) {
    return switch (quarters) {
      case 1 -> then(new double[] {0, 1, 0, -1, 0, height - 1.0, 0, 0, 1});
      case 2 -> then(new double[] {-1, 0, width - 1.0, 0, -1, height - 1.0, 0, 0, 1});
      case 3 -> then(new double[] {0, -1, width - 1.0, 1, 0, 0, 0, 0, 1});
      default -> this;
    };
  }

  /**
   * The box in the given picture around a box of this frame's.
   *
   * @param width width of the given picture, to which the box is cut
   * @param height its height
   */
  Box toPicture(Box box, int width, int height) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 4; corner++) {
      double x = box.x() - 0.5 + (corner % 2) * box.width();
      double y = box.y() - 0.5 + (corner / 2) * box.height();
      double w = matrix[6] * x + matrix[7] * y + matrix[8];
      double toX = (matrix[0] * x + matrix[1] * y + matrix[2]) / w + 0.5;
      double toY = (matrix[3] * x + matrix[4] * y + matrix[5]) / w + 0.5;
      left = Math.min(left, toX);
      right = Math.max(right, toX);
      top = Math.min(top, toY);
      bottom = Math.max(bottom, toY);
    }
    int x = clamp(Math.floor(left + 1e-6), width - 1);
    int y = clamp(Math.floor(top + 1e-6), height - 1);
    return new Box(
        x,
        y,
        Math.max(1, clamp(Math.ceil(right - 1e-6), width) - x),
        Math.max(1, clamp(Math.ceil(bottom - 1e-6), height) - y));
  }

  private static int clamp(double value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }
}
