package io.github.inkling.core.vision;

/**
 * How often each of the 256 levels occurs, and the threshold that tells dark from light by Otsu's
 * method ("A threshold selection method from gray-level histograms", IEEE Trans. SMC 9(1), 1979):
 * the one that maximises the variance between the two classes.
 */
final class Histogram {
  static final int LEVELS = 256;

  private final int[] counts = new int[LEVELS];
  private final int threshold;
  private final double separability;

  Histogram(byte[] pixels) {
    for (byte pixel : pixels) {
      counts[pixel & 0xff]++;
    }
    double sum = 0;
    double squares = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += (double) level * counts[level];
      squares += (double) level * level * counts[level];
    }
    double mean = sum / pixels.length;
    double variance = squares / pixels.length - mean * mean;
    double dark = 0;
    double darkSum = 0;
    double best = 0;
    int bestLevel = 0;
    for (int level = 0; level < LEVELS - 1; level++) {
      dark += counts[level];
      darkSum += (double) level * counts[level];
      double light = pixels.length - dark;
      if (dark > 0 && light > 0) {
        double difference = darkSum / dark - (sum - darkSum) / light;
        double between = dark / pixels.length * (light / pixels.length) * difference * difference;
        if (between > best) {
          best = between;
          bestLevel = level;
        }
      }
    }
    this.threshold = bestLevel;
    this.separability = variance > 0 ? best / variance : 0;
  }

  /** The last level of the dark class. */
  int threshold() {
    return threshold;
  }

  /** Variance between the classes as a share of the whole: 1 if each class has a single level. */
  double separability() {
    return separability;
  }

  /** Number of pixels with a level in {@code from..to}. */
  int count(int from, int to) {
    int count = 0;
    for (int level = from; level <= to; level++) {
      count += counts[level];
    }
    return count;
  }

  /**
   * The level below or at which lies a share of those pixels whose level is in {@code from..to}.
   */
  int quantile(double share, int from, int to) {
    double wanted = share * count(from, to);
    int count = 0;
    for (int level = from; level <= to; level++) {
      count += counts[level];
      if (count > 0 && count >= wanted) {
        return level;
      }
    }
    return to;
  }
}
