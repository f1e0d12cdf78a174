package io.github.inkling.features;

/**
 * The discrete Fourier transform of small complex pictures, by the fast algorithm that leaves the
 * values in order without shuffling (Stockham's; Van Loan, "Computational Frameworks for the Fast
 * Fourier Transform", 1992, section 1.7). All columns go through a step side by side, in loops that
 * the compiler vectorises. One instance belongs to one thread.
 */
final class FourierTransform {
  private final int size;
  private final float[] cosines;
  private final float[] sines;
  private final float[] workReal;
  private final float[] workImaginary;

  /**
   * Prepares transforms.
   *
   * @param size width and height of the pictures, a power of two
   */
  FourierTransform(int size) {
    this.size = size;
    this.cosines = new float[size / 2];
    this.sines = new float[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = (float) Math.cos(2 * Math.PI * i / size);
      sines[i] = (float) Math.sin(2 * Math.PI * i / size);
    }
    this.workReal = new float[size * size];
    this.workImaginary = new float[size * size];
  }

  /**
   * From a picture to its spectrum: {@code X[u][v] = Σ x[y][x] exp(-2πi (u x + v y) / size)}. The
   * spectrum lies transposed: its rows are the frequencies along the picture's rows.
   *
   * @param picture is left in an unknown state
   * @param spectrum receives the result
   */
  void forward(ComplexGrid picture, ComplexGrid spectrum) {
    transform(picture.real(), picture.imaginary(), spectrum.real(), spectrum.imaginary());
  }

  /**
   * From a transposed spectrum back to the picture.
   *
   * @param spectrum is left in an unknown state
   * @param picture receives the result
   */
  void inverse(ComplexGrid spectrum, ComplexGrid picture) {
    // With the parts exchanged, the transform runs backwards.
    transform(spectrum.imaginary(), spectrum.real(), picture.imaginary(), picture.real());
    float share = 1f / (size * size);
    scale(picture.real(), share);
    scale(picture.imaginary(), share);
  }

  private void transform(float[] real, float[] imaginary, float[] outReal, float[] outImaginary) {
    columns(real, imaginary);
    transpose(real, outReal);
    transpose(imaginary, outImaginary);
    columns(outReal, outImaginary);
  }

  /** Transforms every column, and leaves the result where the columns were. */
  private void columns(float[] real, float[] imaginary) {
    float[] fromReal = real;
    float[] fromImaginary = imaginary;
    float[] toReal = workReal;
    float[] toImaginary = workImaginary;
    int stride = size;
    for (int half = size / 2; half > 0; half /= 2) {
      for (int p = 0; p < half; p++) {
        int first = p * stride;
        int second = (p + half) * stride;
        int twiddle = p * (size / 2 / half);
        butterflies(fromReal, fromImaginary, first, second, toReal, toImaginary, stride, twiddle);
      }
      float[] swap = fromReal;
      fromReal = toReal;
      toReal = swap;
      swap = fromImaginary;
      fromImaginary = toImaginary;
      toImaginary = swap;
      stride *= 2;
    }
    if (fromReal != real) {
      System.arraycopy(fromReal, 0, real, 0, size * size);
      System.arraycopy(fromImaginary, 0, imaginary, 0, size * size);
    }
  }

  private void butterflies(
      float[] fromReal,
      float[] fromImaginary,
      int first,
      int second,
      float[] toReal,
      float[] toImaginary,
      int stride,
      int twiddle) {
    float cosine = cosines[twiddle];
    float sine = sines[twiddle];
    int sum = 2 * first;
    int difference = sum + stride;
    for (int q = 0; q < stride; q++) {
      float real = fromReal[first + q] - fromReal[second + q];
      float imaginary = fromImaginary[first + q] - fromImaginary[second + q];
      toReal[sum + q] = fromReal[first + q] + fromReal[second + q];
      toImaginary[sum + q] = fromImaginary[first + q] + fromImaginary[second + q];
      toReal[difference + q] = real * cosine + imaginary * sine;
      toImaginary[difference + q] = imaginary * cosine - real * sine;
    }
  }

  private void transpose(float[] from, float[] to) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        to[column * size + row] = from[row * size + column];
      }
    }
  }

  private static void scale(float[] values, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
