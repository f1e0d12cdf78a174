package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.image.DigitImage;

/**
 * How much the 28 pixels along one axis count in each of some places along it. As a pixel's weight
 * is the product of one along x and one along y, sums over a digit are two matrix products.
 */
final class AxisWeights {
  private final int places;
  private final float[] weights;

  private AxisWeights(int places) {
    this.places = places;
    this.weights = new float[places * DigitImage.SIZE];
  }

  /**
   * The zones of {@code zoning} and {@code edges}: with hard borders a pixel counts in those that
   * it overlaps, with soft ones in the two between whose centres it lies.
   */
  static AxisWeights zones(int zones, boolean soft) {
    AxisWeights axis = new AxisWeights(zones);
    double width = zones / (double) DigitImage.SIZE;
    for (int pixel = 0; pixel < DigitImage.SIZE; pixel++) {
      double begin = pixel * (double) zones / DigitImage.SIZE;
      double position = Math.max(0, Math.min(zones - 1, begin + width / 2 - 0.5));
      int zone = soft ? (int) position : pixel * zones / DigitImage.SIZE;
      double intoNext = soft ? position - zone : Math.max(0, (begin + width - (zone + 1)) / width);
      if (zone + 1 < zones) {
        axis.set(zone, pixel, 1 - intoNext);
        axis.set(zone + 1, pixel, intoNext);
      } else {
        axis.set(zone, pixel, 1);
      }
    }
    return axis;
  }

  /**
   * The cells of the blocks of {@code hog}, block by block: a pixel counts in the one or two cells
   * of a block between whose centres it lies, under a Gaussian window of sigma a quarter of the
   * block's width.
   */
  static AxisWeights cells(int cell, int block, int stride) {
    int width = block * cell;
    double sigma = width / 4.0;
    int blocks = (DigitImage.SIZE - width) / (stride * cell) + 1;
    AxisWeights axis = new AxisWeights(blocks * block);
    for (int b = 0; b < blocks; b++) {
      for (int within = 0; within < width; within++) {
        double fromCentre = within - width / 2.0;
        double window = Math.exp(-fromCentre * fromCentre / (2 * sigma * sigma));
        double position = (within + 0.5) / cell - 0.5;
        for (int c = 0; c < block; c++) {
          double share = Math.max(0, 1 - Math.abs(position - c));
          axis.set(b * block + c, b * stride * cell + within, window * share);
        }
      }
    }
    return axis;
  }

  private void set(int place, int pixel, double weight) {
    weights[pixel * places + place] = (float) weight;
  }

  int places() {
    return places;
  }

  /**
   * Sums values over places: those of {@code columns} from the left, those of {@code rows} from the
   * top.
   *
   * @param values digits x channels x 28 x 28
   * @return digits x channels x columns x rows
   */
  static Tensor sums(Tensor values, int channels, AxisWeights rows, AxisWeights columns) {
    Graph graph = values.graph();
    // The weights are the second factor, which makes each product one of two plain matrices.
    Tensor byColumn = values.product(columns.matrix(graph));
    return byColumn.transposedProduct(
        channels, DigitImage.SIZE, columns.places, rows.matrix(graph), rows.places);
  }

  /** 28 x places. */
  private Tensor matrix(Graph graph) {
    return graph.constants(weights, DigitImage.SIZE, places);
  }
}
