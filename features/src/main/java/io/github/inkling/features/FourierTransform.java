package io.github.inkling.features;

/**
 * The discrete Fourier transform of small complex pictures, by the fast algorithm that leaves the
 * values in order without shuffling (Stockham's; Van Loan, "Computational Frameworks for the Fast
 * Fourier Transform", 1992, section 1.7). All columns of all pictures go through a step side by
 * side. One instance belongs to one thread.
 */
final class FourierTransform {
  private final int size;
  private final int pictures;
  private final float[] cosines;
  private final float[] sines;
  private final ComplexGrid work;

  /**
   * Prepares transforms.
   *
   * @param size width and height of the pictures, a power of two
   * @param pictures how many are transformed at a time
   */
  FourierTransform(int size, int pictures) {
    this.size = size;
    this.pictures = pictures;
    this.cosines = new float[size / 2];
    this.sines = new float[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = (float) Math.cos(2 * Math.PI * i / size);
      sines[i] = (float) Math.sin(2 * Math.PI * i / size);
    }
    this.work = new ComplexGrid(size, pictures);
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

  private void transform(
      float[][] real, float[][] imaginary, float[][] outReal, float[][] outImaginary) {
    columns(real, imaginary);
    transpose(real, outReal);
    transpose(imaginary, outImaginary);
    columns(outReal, outImaginary);
  }

  /** Transforms every column, and leaves the result where the columns were. */
  private void columns(float[][] real, float[][] imaginary) {
    float[][] fromReal = real;
    float[][] fromImaginary = imaginary;
    float[][] toReal = work.real();
    float[][] toImaginary = work.imaginary();
    int stride = 1;
    for (int half = size / 2; half > 0; half /= 2) {
      for (int p = 0; p < half; p++) {
        float cosine = cosines[p * stride];
        float sine = sines[p * stride];
        for (int q = 0; q < stride; q++) {
          int first = p * stride + q;
          int second = first + half * stride;
          int sum = first + p * stride;
          int difference = sum + stride;
          add(fromReal[first], fromReal[second], toReal[sum]);
          add(fromImaginary[first], fromImaginary[second], toImaginary[sum]);
          subtractAndTurn(
              fromReal[first],
              fromImaginary[first],
              fromReal[second],
              fromImaginary[second],
              cosine,
              sine,
              toReal[difference],
              toImaginary[difference]);
        }
      }
      float[][] swap = fromReal;
      fromReal = toReal;
      toReal = swap;
      swap = fromImaginary;
      fromImaginary = toImaginary;
      toImaginary = swap;
      stride *= 2;
    }
    if (fromReal != real) {
      copy(fromReal, real);
      copy(fromImaginary, imaginary);
    }
  }

  private static void add(float[] first, float[] second, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = first[i] + second[i];
    }
  }

  private static void subtractAndTurn(
      float[] firstReal,
      float[] firstImaginary,
      float[] secondReal,
      float[] secondImaginary,
      float cosine,
      float sine,
      float[] toReal,
      float[] toImaginary) {
    for (int i = 0; i < toReal.length; i++) {
      float real = firstReal[i] - secondReal[i];
      float imaginary = firstImaginary[i] - secondImaginary[i];
      toReal[i] = real * cosine + imaginary * sine;
      toImaginary[i] = imaginary * cosine - real * sine;
    }
  }

  private static void copy(float[][] from, float[][] to) {
    for (int row = 0; row < from.length; row++) {
      System.arraycopy(from[row], 0, to[row], 0, from[row].length);
    }
  }

  private void transpose(float[][] from, float[][] to) {
    for (int row = 0; row < size; row++) {
      float[] source = from[row];
      for (int column = 0; column < size; column++) {
        float[] target = to[column];
        System.arraycopy(source, column * pictures, target, row * pictures, pictures);
      }
    }
  }

  private static void scale(float[][] rows, float factor) {
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= factor;
      }
    }
  }
}
