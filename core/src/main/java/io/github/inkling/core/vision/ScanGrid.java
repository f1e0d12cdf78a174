package io.github.inkling.core.vision;

import io.github.inkling.core.image.GrayImage;

/** Scans a field of ink: the mean level of each pixel's area, blurred, in grey or thresholded. */
final class ScanGrid {
  private static final int WHITE = 255;

  private ScanGrid() {}

  /**
   * Scans ink so that its box covers whole pixels.
   *
   * @param ink the field, without a margin
   * @param width columns of the ink's box
   * @param height rows of the ink's box
   * @param margin pixels of paper on each side
   * @param sigma standard deviation of the blur in pixels
   * @param threshold level from which a pixel is white in a scan in black and white, the others
   *     being black; 0 for a scan in grey
   * @return white ink on black
   */
  static GrayImage scan(
      InkField ink, int width, int height, int margin, double sigma, double threshold) {
    int fullWidth = width + 2 * margin;
    int fullHeight = height + 2 * margin;
    float[] rows = resample(ink.levels(), ink.width(), ink.height(), width, margin);
    // Each pass turns columns to rows, so the same pass serves both axes.
    float[] pixels = resample(rows, ink.height(), fullWidth, height, margin);
    if (sigma > 0) {
      pixels = blur(blur(pixels, fullWidth, sigma), fullHeight, sigma);
    }
    float most = 0;
    for (float pixel : pixels) {
      most = Math.max(most, pixel);
    }
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      float level = most > 0 ? pixels[i] / most : 0;
      if (threshold > 0) {
        bytes[i] = (byte) (level >= threshold ? WHITE : 0);
      } else {
        bytes[i] = (byte) Math.round(WHITE * level);
      }
    }
    return GrayImage.of(fullWidth, fullHeight, bytes);
  }

  /** Averages along the rows, and exchanges rows and columns. */
  private static float[] resample(float[] from, int width, int height, int wanted, int margin) {
    int full = wanted + 2 * margin;
    float[] to = new float[full * height];
    double step = (double) width / wanted;
    for (int x = 0; x < wanted; x++) {
      double start = x * step;
      double end = Math.min(width, start + step);
      int first = (int) start;
      int last = Math.min(width - 1, (int) Math.ceil(end) - 1);
      for (int y = 0; y < height; y++) {
        double sum = 0;
        for (int i = first; i <= last; i++) {
          sum += from[y * width + i] * (Math.min(end, i + 1.0) - Math.max(start, i));
        }
        to[(x + margin) * height + y] = (float) (sum / (end - start));
      }
    }
    return to;
  }

  /** Blurs along the rows by a Gaussian, and exchanges rows and columns. */
  private static float[] blur(float[] from, int width, double sigma) {
    int height = from.length / width;
    int reach = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * reach + 1];
    float total = 0;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
      total += kernel[i];
    }
    float[] to = new float[from.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i++) {
          sum += kernel[i - x + reach] * from[y * width + i];
        }
        to[x * height + y] = sum / total;
      }
    }
    return to;
  }
}
