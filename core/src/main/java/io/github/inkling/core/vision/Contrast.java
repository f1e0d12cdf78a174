package io.github.inkling.core.vision;

import io.github.inkling.core.model.Rejection;
import java.util.Optional;

/**
 * Sets paper, with its noise, to 0 and ink to 255, in white ink on black. What lies between keeps
 * its order, so that the soft edges of a stroke stay soft.
 */
final class Contrast {
  /** Level difference below which nobody sees a stroke. */
  private static final int LEAST = 16;

  /** Ink must stand this many standard deviations of the paper's noise above the paper. */
  private static final double LEAST_SIGNAL_TO_NOISE = 3;

  private static final double NOISE_SIGMAS = 3;

  /** The 70 % quantile of a normal distribution lies this many sigmas above its median. */
  private static final double SIGMAS_AT_70_PERCENT = 0.5244;

  /** Share of the way from the paper to Otsu's threshold that noise may take at most. */
  private static final double NOISE_LIMIT = 0.8;

  /** Share of that way that the remains of uneven light take. */
  private static final double REMAINS_OF_SHADOWS = 0.9;

  private Contrast() {}

  /**
   * Normalises a picture in place.
   *
   * @param histogram of the picture
   * @param even whether the light was even; if not, only what is clearly ink is left
   * @param stretch whether ink becomes 255, or keeps its difference to the paper
   * @return why there is no ink: the picture is uniform, or nothing but noise; empty if there is
   */
  static Optional<Rejection> normalize(
      Raster picture, Histogram histogram, boolean even, boolean stretch) {
    int threshold = histogram.threshold();
    int last = Histogram.LEVELS - 1;
    if (histogram.separability() == 0) {
      return Optional.of(Rejection.BLANK);
    }
    // The upper quantile and not the deviation: the soft edges of strokes are not noise.
    int paper = histogram.quantile(0.5, 0, threshold);
    double sigma = (histogram.quantile(0.7, 0, threshold) - paper) / SIGMAS_AT_70_PERCENT;
    int ink = histogram.quantile(0.5, threshold + 1, last);
    if (ink - paper < LEAST) {
      return Optional.of(Rejection.BLANK);
    }
    if (ink - paper < LEAST_SIGNAL_TO_NOISE * sigma) {
      return Optional.of(Rejection.TOO_NOISY);
    }
    double black =
        even
            ? paper + Math.min(NOISE_SIGMAS * sigma, NOISE_LIMIT * (threshold - paper))
            : paper + REMAINS_OF_SHADOWS * (threshold - paper);
    double white = histogram.quantile(0.95, threshold + 1, last);
    picture.map(ramp(black, stretch ? white : black + last));
    return Optional.empty();
  }

  /** Makes the brightest pixel 255, for strokes that grew faint by being made thin. */
  static void stretchToWhite(byte[] pixels) {
    int brightest = 0;
    for (byte pixel : pixels) {
      brightest = Math.max(brightest, pixel & 0xff);
    }
    if (brightest > 0 && brightest < Histogram.LEVELS - 1) {
      new Raster(pixels.length, 1, pixels).map(ramp(0, brightest));
    }
  }

  private static byte[] ramp(double black, double white) {
    byte[] table = new byte[Histogram.LEVELS];
    double gain = (Histogram.LEVELS - 1) / (white - black);
    for (int level = 0; level < table.length; level++) {
      long value = Math.round((level - black) * gain);
      table[level] = (byte) Math.max(0, Math.min(Histogram.LEVELS - 1, value));
    }
    return table;
  }
}
