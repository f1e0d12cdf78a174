package io.github.inkling.classifiers.smile;

/** A digit among the training digits of {@link AxisPanels}. */
final class PanelQuery {
  /** Beyond this, products of floats may overflow, and scores say nothing. */
  private static final double LARGEST_NORM = 1e30;

  private final float[] factors;
  private final double squaredNorm;
  private final double coordinateError;
  private final double scoreError;

  /**
   * Takes what is known of a digit.
   *
   * @param factors its coordinates, and a 1
   * @param squaredNorm of its coordinates
   * @param coordinateError how far its distance from a training digit by coordinates is off at most
   * @param scoreError how far a score is off at most
   */
  PanelQuery(float[] factors, double squaredNorm, double coordinateError, double scoreError) {
    this.factors = factors;
    this.squaredNorm = squaredNorm;
    this.coordinateError = coordinateError;
    this.scoreError = scoreError;
  }

  /** Its coordinates and a 1; not to be written. */
  float[] factors() {
    return factors;
  }

  /**
   * The least score that a training digit may have whose distance, computed in doubles, is at most
   * this.
   */
  float leastScore(double distance) {
    if (!(squaredNorm < LARGEST_NORM) || !(distance < LARGEST_NORM)) {
      return Float.NEGATIVE_INFINITY;
    }
    double farthest = distance * EuclideanDistance.SAFE + coordinateError;
    return Math.nextDown((float) ((squaredNorm - farthest * farthest) / 2 - scoreError));
  }
}
