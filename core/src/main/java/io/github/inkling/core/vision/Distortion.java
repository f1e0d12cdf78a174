package io.github.inkling.core.vision;

import java.util.SplittableRandom;

/**
 * One change of one digit, but for the elastic part. Forwards, a point is scaled, sheared and
 * turned about the ink's centre of mass and then shifted.
 *
 * @param angle in radians, clockwise to the eye, as rows count downwards
 * @param scaleX factor of the width, above 0
 * @param scaleY factor of the height, above 0
 * @param shear columns that a row is moved to the right per row below the centre
 * @param shiftX pixels to the right
 * @param shiftY pixels down
 * @param stroke pixels by which strokes become wider; negative if narrower
 */
record Distortion(
    double angle,
    double scaleX,
    double scaleY,
    double shear,
    double shiftX,
    double shiftY,
    double stroke) {

  /** Takes as many random numbers whatever the settings: one setting leaves the others' draws. */
  static Distortion draw(AugmentationSettings settings, SplittableRandom random) {
    return new Distortion(
        Math.toRadians(symmetric(random, settings.rotate())),
        1 + symmetric(random, settings.scale()),
        1 + symmetric(random, settings.scale()),
        symmetric(random, settings.shear()),
        symmetric(random, settings.shift()),
        symmetric(random, settings.shift()),
        symmetric(random, settings.stroke()));
  }

  private static double symmetric(SplittableRandom random, double most) {
    return most * (2 * random.nextDouble() - 1);
  }

  /** The way back, from a place in the copy to one in the digit, but for the shift. */
  Inverse inverse() {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Inverse(
        (cos + shear * sin) / scaleX, (sin - shear * cos) / scaleX, -sin / scaleY, cos / scaleY);
  }

  /** A matrix of 2 x 2, by rows. */
  record Inverse(double xx, double xy, double yx, double yy) {
    double x(double x, double y) {
      return xx * x + xy * y;
    }

    double y(double x, double y) {
      return yx * x + yy * y;
    }
  }
}
