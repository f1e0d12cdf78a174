package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.vision.Distortion.Inverse;

/**
 * Makes a changed copy of one digit. Every change of place is in one displacement field, so that
 * the digit is interpolated once.
 */
final class DigitWarp {
  private static final int SIZE = DigitImage.SIZE;

  private final DigitImage digit;
  private final DigitSampler source;
  private final int brightest;
  private final Center center;
  private final float[] x = new float[DigitImage.PIXELS];
  private final float[] y = new float[DigitImage.PIXELS];

  private DigitWarp(DigitImage digit) {
    byte[] pixels = digit.pixels();
    float[] levels = new float[pixels.length];
    int most = 0;
    for (int i = 0; i < pixels.length; i++) {
      levels[i] = pixels[i] & 0xff;
      most = Math.max(most, pixels[i] & 0xff);
    }
    this.digit = digit;
    source = new DigitSampler(pixels);
    brightest = most;
    center = Center.of(levels);
  }

  /**
   * Makes the copy.
   *
   * @param digit the digit
   * @param distortion how it changes
   * @param elastic what {@link ElasticField#draw} drew: how far from its place a pixel looks
   * @param recenter whether the centre of mass stays where it is, but for the shift
   * @return the copy, as bright as the digit; the digit itself if it is blank or no ink would be
   *     left in the picture
   */
  static DigitImage apply(
      DigitImage digit, Distortion distortion, float[] elastic, boolean recenter) {
    if (digit.isBlank()) {
      return digit;
    }
    DigitWarp warp = new DigitWarp(digit);
    float[] levels = warp.place(distortion, elastic, recenter);
    return warp.toDigit(StrokeWidth.change(levels, distortion.stroke()));
  }

  private float[] place(Distortion distortion, float[] elastic, boolean recenter) {
    Inverse inverse = distortion.inverse();
    double originX = center.x + distortion.shiftX();
    double originY = center.y + distortion.shiftY();
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        double right = column - originX;
        double down = row - originY;
        int from = row * ElasticField.ROW + column;
        int to = row * SIZE + column;
        x[to] = (float) (center.x + inverse.x(right, down)) + elastic[from];
        y[to] = (float) (center.y + inverse.y(right, down)) + elastic[from + ElasticField.AXIS_Y];
      }
    }
    if (recenter) {
      Center moved = Center.of(roughly());
      move(inverse, originX - moved.x, originY - moved.y);
    }
    return sample();
  }

  /** Looks up other places, so that what is found moves to the right and down. */
  private void move(Inverse inverse, double right, double down) {
    float stepX = (float) inverse.x(right, down);
    float stepY = (float) inverse.y(right, down);
    for (int i = 0; i < x.length; i++) {
      x[i] -= stepX;
      y[i] -= stepY;
    }
  }

  /** Good enough to find the centre of mass in. */
  private float[] roughly() {
    float[] levels = new float[x.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = source.linear(x[i], y[i]);
    }
    return levels;
  }

  private float[] sample() {
    float[] levels = new float[x.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.max(0, Math.min(brightest, source.cubic(x[i], y[i])));
    }
    return levels;
  }

  /** As the normalizer does, so that strokes that became thin do not become faint. */
  private DigitImage toDigit(float[] levels) {
    float most = 0;
    for (float level : levels) {
      most = Math.max(most, level);
    }
    if (most == 0) {
      return digit;
    }
    float gain = brightest / most;
    byte[] pixels = new byte[levels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (gain * levels[i] + 0.5f);
    }
    return DigitImage.of(pixels);
  }

  /** A centre of mass, in pixel indices. */
  private record Center(double x, double y) {
    static Center of(float[] levels) {
      double mass = 0;
      double sumX = 0;
      double sumY = 0;
      for (int row = 0; row < SIZE; row++) {
        for (int column = 0; column < SIZE; column++) {
          float level = levels[row * SIZE + column];
          mass += level;
          sumX += level * column;
          sumY += level * row;
        }
      }
      return new Center(sumX / mass, sumY / mass);
    }
  }
}
