package io.github.inkling.features;

/** A square of complex numbers, row by row. */
final class ComplexGrid {
  private final int size;
  private final float[] real;
  private final float[] imaginary;

  /** A square of zeros. */
  ComplexGrid(int size) {
    this.size = size;
    this.real = new float[size * size];
    this.imaginary = new float[size * size];
  }

  /** Width and height. */
  int size() {
    return size;
  }

  /** The real parts; to be written as well. */
  float[] real() {
    return real;
  }

  /** The imaginary parts; to be written as well. */
  float[] imaginary() {
    return imaginary;
  }
}
