package io.github.inkling.evaluation.robustness;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Pictures as tests need them, light ink on dark paper. */
final class Strokes {
  /** A four in MNIST's place, 20 pixels tall; corners as x, y. */
  private static final double[] FOUR = {9.5, 5.5, 8, 16, 20, 15, 17, 5.5, 16, 22.5};

  private static final double[] SEVEN = {8, 6, 20, 6.5, 15, 13, 12.5, 22.5};
  private static final double[] ZERO = {14, 5.5, 8, 9, 8, 18, 14, 22.5, 20, 18, 20, 9, 14, 5.5};

  private Strokes() {}

  /** A hundred digits of several sizes of 28 pixels and more. */
  static LabeledDigits hundred() {
    double[][] shapes = {ZERO, FOUR, SEVEN};
    int[] labels = {0, 4, 7};
    List<GrayImage> images =
        IntStream.range(0, 100)
            .mapToObj(i -> draw(28 + i % 7, 1 + i % 4 * 0.2, shapes[i % 3]))
            .toList();
    return new LabeledDigits(
        "strokes", images, IntStream.range(0, 100).map(i -> labels[i % 3]).toArray());
  }

  static GrayImage four() {
    return draw(28, 1.3, FOUR);
  }

  /** The path of a pen through corners given on 28 x 28 pixels, as a square picture of any size. */
  static GrayImage draw(int size, double halfWidth, double... corners) {
    double unit = size / 28.0;
    byte[] pixels = new byte[size * size];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / size;
      double distance = distance((i % size + 0.5) / unit, (row + 0.5) / unit, corners) * unit;
      double ink = Math.max(0, Math.min(1, halfWidth * unit + 0.5 - distance));
      pixels[i] = (byte) Math.round(255 * ink);
    }
    return GrayImage.of(size, size, pixels);
  }

  static GrayImage blank(int width, int height, int level) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) level);
    return GrayImage.of(width, height, pixels);
  }

  static GrayImage negative(GrayImage image) {
    byte[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ~pixels[i];
    }
    return GrayImage.of(image.width(), image.height(), pixels);
  }

  /** Which levels there are. */
  static Set<Integer> levels(GrayImage image) {
    Set<Integer> levels = new HashSet<>();
    for (byte pixel : image.pixels()) {
      levels.add(pixel & 0xff);
    }
    return levels;
  }

  /** The sum of all levels, in pixels of full ink. */
  static double ink(GrayImage image) {
    double sum = 0;
    for (byte pixel : image.pixels()) {
      sum += (pixel & 0xff) / 255.0;
    }
    return sum;
  }

  /** The root of the mean squared difference of levels. */
  static double distance(GrayImage one, GrayImage other) {
    byte[] a = one.pixels();
    byte[] b = other.pixels();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (a[i] & 0xff) - (b[i] & 0xff);
      sum += difference * difference;
    }
    return Math.sqrt(sum / a.length);
  }

  private static double distance(double x, double y, double[] corners) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i + 3 < corners.length; i += 2) {
      double dx = corners[i + 2] - corners[i];
      double dy = corners[i + 3] - corners[i + 1];
      double along = ((x - corners[i]) * dx + (y - corners[i + 1]) * dy) / (dx * dx + dy * dy);
      double t = Math.max(0, Math.min(1, along));
      least = Math.min(least, Math.hypot(x - corners[i] - t * dx, y - corners[i + 1] - t * dy));
    }
    return least;
  }
}
