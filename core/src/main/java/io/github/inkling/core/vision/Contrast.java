package io.github.inkling.core.vision;

import io.github.inkling.core.model.Rejection;
import java.util.Arrays;
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

  /** Of digits that fill 16 x 16 pixels few are mixed more; noise is at 1. */
  private static final double MOST_MIXED = 0.7;

  /** Fewer pixels of paper tell nothing of its noise. */
  private static final int LEAST_CLEAR = 16;

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
    Histogram clear = Lighting.isPhoto(picture) ? histogram : awayFromInk(picture, histogram);
    // The upper quantile and not the deviation: the soft edges of strokes are not noise.
    int paper = clear.quantile(0.5, 0, threshold);
    double sigma = (clear.quantile(0.7, 0, threshold) - paper) / SIGMAS_AT_70_PERCENT;
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

  /**
   * The paper that no ink touches, if there is enough of it to speak of noise, or else the darkest
   * of it: in small pictures that a digit fills, most of the paper is the soft edge of a stroke.
   * Where light and dark pixels are mixed as in noise, that is all of the paper.
   */
  private static Histogram awayFromInk(Raster picture, Histogram histogram) {
    int threshold = histogram.threshold();
    if (mixing(picture, histogram) > MOST_MIXED) {
      return histogram;
    }
    int width = picture.width();
    byte[] pixels = picture.pixels();
    byte[] clear = new byte[pixels.length];
    int count = 0;
    for (int i = 0; i < pixels.length; i++) {
      if ((pixels[i] & 0xff) <= threshold
          && !touchesInk(picture, i % width, i / width, threshold)) {
        clear[count++] = pixels[i];
      }
    }
    if (count < LEAST_CLEAR) {
      clear[0] = (byte) histogram.quantile(0, 0, threshold);
      count = 1;
    }
    return Histogram.of(Arrays.copyOf(clear, count));
  }

  /**
   * How often one of two neighbours is ink and the other is not, beside how often that is so where
   * ink falls anywhere by chance: about 1 in noise, and less in whatever has a shape.
   */
  private static double mixing(Raster picture, Histogram histogram) {
    int width = picture.width();
    int threshold = histogram.threshold();
    byte[] pixels = picture.pixels();
    int pairs = 0;
    int mixed = 0;
    for (int i = 0; i < pixels.length; i++) {
      boolean isInk = (pixels[i] & 0xff) > threshold;
      if (i % width < width - 1) {
        pairs++;
        mixed += isInk == ((pixels[i + 1] & 0xff) > threshold) ? 0 : 1;
      }
      if (i < pixels.length - width) {
        pairs++;
        mixed += isInk == ((pixels[i + width] & 0xff) > threshold) ? 0 : 1;
      }
    }
    double ink = (double) histogram.count(threshold + 1, Histogram.LEVELS - 1) / pixels.length;
    return mixed / (pairs * 2 * ink * (1 - ink));
  }

  private static boolean touchesInk(Raster picture, int column, int row, int threshold) {
    int left = Math.max(0, column - 1);
    int right = Math.min(picture.width() - 1, column + 1);
    for (int y = Math.max(0, row - 1); y <= Math.min(picture.height() - 1, row + 1); y++) {
      for (int x = left; x <= right; x++) {
        if ((picture.pixels()[y * picture.width() + x] & 0xff) > threshold) {
          return true;
        }
      }
    }
    return false;
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
