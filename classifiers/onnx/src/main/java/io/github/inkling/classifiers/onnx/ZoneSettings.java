package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.image.DigitImage;

/**
 * The zones that a digit is divided into.
 *
 * @param columns zones side by side
 * @param rows zones one below the other
 * @param soft whether a pixel is shared between the zones around it
 */
record ZoneSettings(int columns, int rows, boolean soft) {
  /** Reads a size such as {@code 7x7}. */
  static ZoneSettings of(String size, boolean soft) {
    int by = size.indexOf('x');
    return new ZoneSettings(
        Integer.parseInt(size.substring(0, by)), Integer.parseInt(size.substring(by + 1)), soft);
  }

  /**
   * The square roots of the means over each zone.
   *
   * @param values digits x channels x 28 x 28, at least 0
   * @return digits x features: zone by zone, row by row, the channels of each side by side
   */
  Tensor rootsOfMeans(Tensor values, int channels) {
    float area = DigitImage.PIXELS / (float) (columns * rows);
    return AxisWeights.sums(
            values, channels, AxisWeights.zones(rows, soft), AxisWeights.zones(columns, soft))
        .transpose(0, 3, 2, 1)
        .over(area)
        .squareRoot()
        .reshape((long) rows * columns * channels);
  }
}
