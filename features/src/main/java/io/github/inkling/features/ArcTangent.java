package io.github.inkling.features;

/** The angle of a vector by a polynomial, which is within 1e-7 of {@link Math#atan2}. */
final class ArcTangent {
  private ArcTangent() {}

  /**
   * The angle of a vector that is not zero (Abramowitz and Stegun, "Handbook of Mathematical
   * Functions", 4.4.49, for the arc tangent in 0..1).
   *
   * @return in radians, -π to π
   */
  static double of(double y, double x) {
    double width = Math.abs(x);
    double height = Math.abs(y);
    double ratio = Math.min(width, height) / Math.max(width, height);
    double square = ratio * ratio;
    double angle = 0.0028662257;
    angle = angle * square - 0.0161657367;
    angle = angle * square + 0.0429096138;
    angle = angle * square - 0.0752896400;
    angle = angle * square + 0.1065626393;
    angle = angle * square - 0.1420889944;
    angle = angle * square + 0.1999355085;
    angle = angle * square - 0.3333314528;
    angle = ratio + angle * square * ratio;
    angle = height > width ? Math.PI / 2 - angle : angle;
    angle = x < 0 ? Math.PI - angle : angle;
    return y < 0 ? -angle : angle;
  }
}
