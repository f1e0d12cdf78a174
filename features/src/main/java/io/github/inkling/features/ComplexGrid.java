package io.github.inkling.features;

import java.util.Arrays;

/**
 * A square of complex numbers for each of several pictures: an array for each row, in which the
 * numbers of all pictures at a place lie side by side. So a loop over a row of all pictures is
 * long, and runs through whole arrays by one index: such loops the compiler vectorises.
 */
final class ComplexGrid {
  private final float[][] real;
  private final float[][] imaginary;

  /**
   * Squares of zeros.
   *
   * @param size width and height
   * @param pictures how many squares
   */
  ComplexGrid(int size, int pictures) {
    this.real = new float[size][size * pictures];
    this.imaginary = new float[size][size * pictures];
  }

  /** Width and height of a picture. */
  int size() {
    return real.length;
  }

  /** The real parts, row by row; to be written as well. */
  float[][] real() {
    return real;
  }

  /** The imaginary parts, row by row; to be written as well. */
  float[][] imaginary() {
    return imaginary;
  }

  /** Makes all numbers zero. */
  void clear() {
    for (int row = 0; row < real.length; row++) {
      Arrays.fill(real[row], 0);
      Arrays.fill(imaginary[row], 0);
    }
  }
}
