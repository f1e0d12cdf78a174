package io.github.inkling.classifiers.smile;

/**
 * The exponential function of a {@code float} at 0 or below: {@code exp(x) = 2^n exp(r)} with
 * {@code n} the nearest whole number to {@code x / ln 2} and {@code |r| <= ln 2 / 2}, where the
 * Taylor polynomial of degree 7 is exact to float. The ln 2 is subtracted in two parts (Cody and
 * Waite, "Software Manual for the Elementary Functions", 1980). Relative error below 1.2e-7, about
 * five times as fast as {@link Math#exp}, the same bits on every machine.
 */
final class FastExp {
  /** Below this the result is not a normal float any more; 0 is returned. */
  static final float UNDERFLOW = -87;

  private static final float LOG2_E = 1.442695f;
  // Few bits, so that n times it is exact.
  private static final float LN2_HIGH = 355f / 512;
  private static final float LN2_LOW = -2.1219444e-4f;
  // Adding and subtracting 1.5 * 2^23 rounds to the nearest whole number.
  private static final float ROUND = 12582912f;

  private FastExp() {}

  /** Computes exp(x) for x at most 0. */
  static float exp(float x) {
    if (x < UNDERFLOW) {
      return 0;
    }
    float n = x * LOG2_E + ROUND - ROUND;
    float r = x - n * LN2_HIGH - n * LN2_LOW;
    float p = 1f / 5040;
    p = p * r + 1f / 720;
    p = p * r + 1f / 120;
    p = p * r + 1f / 24;
    p = p * r + 1f / 6;
    p = p * r + 0.5f;
    float tail = p * r * r + r;
    return (1 + tail) * Float.intBitsToFloat(((int) n + 127) << 23);
  }
}
