package io.github.inkling.core.vision;

/**
 * How often each of the 256 levels occurs, and the threshold that tells dark from light by Otsu's
 * method ("A threshold selection method from gray-level histograms", IEEE Trans. SMC 9(1), 1979):
 * the one that maximises the variance between the two classes.
 */
final class Histogram {
  static final int LEVELS = 256;

  private final int[] counts;
  private final int threshold;
  private final double separability;

  private Histogram(int[] counts) {
    this.counts = counts;
    long pixels = 0;
    long sum = 0;
    long squares = 0;
    for (int level = 0; level < LEVELS; level++) {
      pixels += counts[level];
      sum += (long) level * counts[level];
      squares += (long) level * level * counts[level];
    }
    double mean = (double) sum / pixels;
    double variance = (double) squares / pixels - mean * mean;
    long dark = 0;
    long darkSum = 0;
    double best = 0;
    int bestLevel = 0;
    for (int level = 0; level < LEVELS - 1; level++) {
      if (counts[level] == 0) {
        continue; // the classes are those of the level before
      }
      dark += counts[level];
      darkSum += (long) level * counts[level];
      long light = pixels - dark;
      if (light > 0) {
        double difference = (double) darkSum / dark - (double) (sum - darkSum) / light;
        double between =
            (double) dark / pixels * ((double) light / pixels) * difference * difference;
        if (between > best) {
          best = between;
          bestLevel = level;
        }
      }
    }
    this.threshold = bestLevel;
    this.separability = variance > 0 ? best / variance : 0;
  }

  /** Counts unsigned bytes. */
  static Histogram of(byte[] pixels) {
    int[] counts = new int[LEVELS];
    for (byte pixel : pixels) {
      counts[pixel & 0xff]++;
    }
    return new Histogram(counts);
  }

  /** The histogram of the inverted picture. */
  Histogram inverted() {
    int[] inverted = new int[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      inverted[LEVELS - 1 - level] = counts[level];
    }
    return new Histogram(inverted);
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
