package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/** HOG straight from its definition, pixel by pixel and block by block. */
final class ReferenceHog {
  private final int cell;
  private final int block;
  private final int stride;
  private final int bins;
  private final boolean signed;

  ReferenceHog(int cell, int block, int stride, int bins, boolean signed) {
    this.cell = cell;
    this.block = block;
    this.stride = stride;
    this.bins = bins;
    this.signed = signed;
  }

  double[] describe(DigitImage digit) {
    int blocks = (DigitImage.SIZE - block * cell) / (stride * cell) + 1;
    int perBlock = block * block * bins;
    double[] features = new double[blocks * blocks * perBlock];
    for (int column = 0; column < blocks; column++) {
      for (int row = 0; row < blocks; row++) {
        double[] histogram =
            histogram(digit, column * stride * cell, row * stride * cell, perBlock);
        normalize(histogram);
        System.arraycopy(histogram, 0, features, (column * blocks + row) * perBlock, perBlock);
      }
    }
    return features;
  }

  private double[] histogram(DigitImage digit, int left, int top, int perBlock) {
    double[] histogram = new double[perBlock];
    double width = block * cell;
    double sigma = width / 4;
    for (int y = 0; y < width; y++) {
      for (int x = 0; x < width; x++) {
        double fromCentreX = x - width / 2;
        double fromCentreY = y - width / 2;
        double window =
            Math.exp(
                -(fromCentreX * fromCentreX + fromCentreY * fromCentreY) / (2 * sigma * sigma));
        vote(
            digit,
            left + x,
            top + y,
            (x + 0.5) / cell - 0.5,
            (y + 0.5) / cell - 0.5,
            window,
            histogram);
      }
    }
    return histogram;
  }

  private void vote(
      DigitImage digit,
      int x,
      int y,
      double cellX,
      double cellY,
      double window,
      double[] histogram) {
    double dx = root(digit, x + 1, y) - root(digit, x - 1, y);
    double dy = root(digit, x, y + 1) - root(digit, x, y - 1);
    double magnitude = Math.hypot(dx, dy) * window;
    double circle = signed ? 2 * Math.PI : Math.PI;
    double angle = Math.atan2(dy, dx) * bins / circle - 0.5;
    int bin = (int) Math.floor(angle);
    double toNext = angle - bin;
    int firstX = (int) Math.floor(cellX);
    int firstY = (int) Math.floor(cellY);
    for (int column = Math.max(0, firstX); column <= Math.min(block - 1, firstX + 1); column++) {
      for (int row = Math.max(0, firstY); row <= Math.min(block - 1, firstY + 1); row++) {
        double share = (1 - Math.abs(cellX - column)) * (1 - Math.abs(cellY - row));
        int at = (column * block + row) * bins;
        histogram[at + Math.floorMod(bin, bins)] += share * magnitude * (1 - toNext);
        histogram[at + Math.floorMod(bin + 1, bins)] += share * magnitude * toNext;
      }
    }
  }

  private static double root(DigitImage digit, int x, int y) {
    boolean inside = x >= 0 && x < DigitImage.SIZE && y >= 0 && y < DigitImage.SIZE;
    return inside ? Math.sqrt(digit.at(x, y)) : 0;
  }

  /** L2-Hys with OpenCV's small constants against a division by zero. */
  private static void normalize(double[] histogram) {
    double norm = norm(histogram) + 0.1 * histogram.length;
    for (int i = 0; i < histogram.length; i++) {
      histogram[i] = Math.min(0.2, histogram[i] / norm);
    }
    norm = norm(histogram) + 1e-3;
    for (int i = 0; i < histogram.length; i++) {
      histogram[i] /= norm;
    }
  }

  private static double norm(double[] histogram) {
    double squares = 0;
    for (double value : histogram) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
