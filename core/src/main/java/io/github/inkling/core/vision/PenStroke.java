package io.github.inkling.core.vision;

/**
 * A stroke that a pen adds to a digit, or that is missing: a quadratic Bezier curve, drawn as
 * straight pieces.
 */
final class PenStroke {
  private static final int PIECES = 5;

  private final double[] x;
  private final double[] y;

  private PenStroke(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /**
   * A stroke between two places.
   *
   * @param bend how far its middle lies to the left of the straight line, as a share of its length
   */
  static PenStroke between(double x0, double y0, double x1, double y1, double bend) {
    double controlX = (x0 + x1) / 2 + 2 * bend * (y1 - y0);
    double controlY = (y0 + y1) / 2 - 2 * bend * (x1 - x0);
    double[] x = new double[PIECES + 1];
    double[] y = new double[PIECES + 1];
    for (int i = 0; i <= PIECES; i++) {
      double t = (double) i / PIECES;
      x[i] = (1 - t) * (1 - t) * x0 + 2 * t * (1 - t) * controlX + t * t * x1;
      y[i] = (1 - t) * (1 - t) * y0 + 2 * t * (1 - t) * controlY + t * t * y1;
    }
    return new PenStroke(x, y);
  }

  /** A dot: a stroke that does not leave its place. */
  static PenStroke at(double x, double y) {
    return new PenStroke(new double[] {x, x}, new double[] {y, y});
  }

  /** The same stroke elsewhere. */
  PenStroke moved(double right, double down) {
    double[] movedX = new double[x.length];
    double[] movedY = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      movedX[i] = x[i] + right;
      movedY[i] = y[i] + down;
    }
    return new PenStroke(movedX, movedY);
  }

  /** The distance of a place to the middle of the stroke. */
  double distance(double px, double py) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < x.length; i++) {
      double alongX = x[i + 1] - x[i];
      double alongY = y[i + 1] - y[i];
      double square = alongX * alongX + alongY * alongY;
      double t = square == 0 ? 0 : ((px - x[i]) * alongX + (py - y[i]) * alongY) / square;
      t = Math.max(0, Math.min(1, t));
      double dx = px - x[i] - t * alongX;
      double dy = py - y[i] - t * alongY;
      least = Math.min(least, dx * dx + dy * dy);
    }
    return Math.sqrt(least);
  }

  double left() {
    return min(x);
  }

  double top() {
    return min(y);
  }

  double right() {
    return max(x);
  }

  double bottom() {
    return max(y);
  }

  private static double min(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double max(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
