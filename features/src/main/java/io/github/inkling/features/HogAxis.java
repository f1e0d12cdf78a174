package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/**
 * How the 28 pixels along one axis count in the cells of the blocks of HOG. A pixel counts in the
 * one or two cells of a block between whose centres it lies, for each the more the nearer it is,
 * and less at the block's borders, by a Gaussian window of sigma a quarter of the block's width. As
 * both factors are products of one along x and one along y, this table serves both axes. Immutable.
 *
 * <p>Cells are numbered from the first of the first block to the last of the last; where blocks
 * overlap, the same place is a cell of several blocks.
 */
final class HogAxis {
  private final int cells;
  private final int[] starts = new int[DigitImage.SIZE + 1];
  private final int[] members;
  private final float[] weights;

  /**
   * Computes the table.
   *
   * @param cell width of a cell in pixels
   * @param block cells of a block
   * @param stride cells from a block to the next
   */
  HogAxis(int cell, int block, int stride) {
    int width = block * cell;
    int blocks = (DigitImage.SIZE - width) / (stride * cell) + 1;
    this.cells = blocks * block;
    this.members = new int[DigitImage.SIZE * blocks * 2];
    this.weights = new float[members.length];
    int entries = 0;
    for (int pixel = 0; pixel < DigitImage.SIZE; pixel++) {
      starts[pixel] = entries;
      for (int b = 0; b < blocks; b++) {
        int within = pixel - b * stride * cell;
        if (within >= 0 && within < width) {
          double window = window(within, width);
          double position = (within + 0.5) / cell - 0.5;
          int first = (int) Math.floor(position);
          for (int c = Math.max(0, first); c <= Math.min(block - 1, first + 1); c++) {
            members[entries] = b * block + c;
            weights[entries++] = (float) (window * (1 - Math.abs(position - c)));
          }
        }
      }
    }
    starts[DigitImage.SIZE] = entries;
  }

  private static double window(int pixel, int width) {
    double fromCentre = pixel - width / 2.0;
    double sigma = width / 4.0;
    return Math.exp(-fromCentre * fromCentre / (2 * sigma * sigma));
  }

  /** Cells of all blocks along the axis. */
  int cells() {
    return cells;
  }

  /** The first entry of a pixel; the entries of pixel 28 would begin behind the last entry. */
  int start(int pixel) {
    return starts[pixel];
  }

  /** The cell in which the pixel counts. */
  int cell(int entry) {
    return members[entry];
  }

  /** How much it counts there, in 0..1. */
  float weight(int entry) {
    return weights[entry];
  }
}
