package io.github.inkling.classifiers.onnx;

/**
 * The wavelets and windows of {@code scattering}: Morlet wavelets of Kymatio's sizes and shapes
 * (Andreux et al., "Kymatio: Scattering transforms in Python", JMLR 21, 2020) in a picture of 32 x
 * 32 pixels that repeats.
 */
final class ScatteringWavelets {
  /** Width of the picture in which a digit has paper around it. */
  static final int SIZE = 32;

  private static final double WINDOW_SIGMA = 0.4;
  private static final double FINEST_SIGMA = 0.8;
  private static final double FINEST_FREQUENCY = 3 * Math.PI / 4;
  private static final double SLANT = 4;
  private static final double REACH = 6;
  private static final int PERIODS = 2;

  private ScatteringWavelets() {}

  /**
   * The real spectra of the wavelets of a scale, for pictures that were made smaller, over the
   * number of their pixels, by which a transform and its inverse multiply them.
   *
   * @param size width and height of the pictures, of which only so many low frequencies are left
   * @return orientations x size x 2 size: the frequencies along x in rows, those along y side by
   *     side, twice, for the real and the imaginary parts of what is multiplied by them
   */
  static float[] spectra(int size, int scale, int orientations) {
    float[] spectra = new float[orientations * size * 2 * size];
    int out = 0;
    for (int orientation = 0; orientation < orientations; orientation++) {
      double[][] spectrum = spectrum(scale, orientation, orientations);
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < 2 * size; column++) {
          double value = spectrum[frequency(column % size, size)][frequency(row, size)];
          spectra[out++] = (float) (value / (size * size));
        }
      }
    }
    return spectra;
  }

  /** Where the frequency at an index of a smaller spectrum stands in the large one. */
  private static int frequency(int index, int size) {
    return index < size / 2 ? index : index + SIZE - size;
  }

  private static double[][] spectrum(int scale, int orientation, int orientations) {
    double sigma = Math.scalb(FINEST_SIGMA, scale);
    double frequency = Math.scalb(FINEST_FREQUENCY, -scale);
    double cosine = Math.cos(Math.PI * orientation / orientations);
    double sine = Math.sin(Math.PI * orientation / orientations);
    double slant = SLANT / orientations;
    int reach = (int) Math.ceil(REACH * sigma / Math.min(1, slant));
    double[][] envelope = new double[SIZE][SIZE];
    double[][] real = new double[SIZE][SIZE];
    double[][] imaginary = new double[SIZE][SIZE];
    double envelopeSum = 0;
    double waveSum = 0;
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        double along = x * cosine + y * sine;
        double across = (y * cosine - x * sine) * slant;
        double height =
            Math.exp(-(along * along + across * across) / (2 * sigma * sigma))
                * slant
                / (2 * Math.PI * sigma * sigma);
        int row = Math.floorMod(y, SIZE);
        int column = Math.floorMod(x, SIZE);
        envelope[row][column] += height;
        real[row][column] += height * Math.cos(frequency * along);
        imaginary[row][column] += height * Math.sin(frequency * along);
        envelopeSum += height;
        waveSum += height * Math.cos(frequency * along);
      }
    }
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        // Less as much of the Gaussian as makes its mean zero.
        real[row][column] -= waveSum / envelopeSum * envelope[row][column];
      }
    }
    return realSpectrum(real, imaginary);
  }

  /**
   * The real part of the Fourier transform: all of it, as a wavelet turned around is its mirror.
   */
  private static double[][] realSpectrum(double[][] real, double[][] imaginary) {
    double[][] rowsReal = new double[SIZE][SIZE];
    double[][] rowsImaginary = new double[SIZE][SIZE];
    double[][] spectrum = new double[SIZE][SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int u = 0; u < SIZE; u++) {
        for (int x = 0; x < SIZE; x++) {
          double angle = 2 * Math.PI * (u * x % SIZE) / SIZE;
          double cosine = Math.cos(angle);
          double sine = Math.sin(angle);
          rowsReal[y][u] += real[y][x] * cosine + imaginary[y][x] * sine;
          rowsImaginary[y][u] += imaginary[y][x] * cosine - real[y][x] * sine;
        }
      }
    }
    for (int v = 0; v < SIZE; v++) {
      for (int y = 0; y < SIZE; y++) {
        double angle = 2 * Math.PI * (v * y % SIZE) / SIZE;
        for (int u = 0; u < SIZE; u++) {
          spectrum[v][u] +=
              rowsReal[y][u] * Math.cos(angle) + rowsImaginary[y][u] * Math.sin(angle);
        }
      }
    }
    return spectrum;
  }

  /**
   * Gaussian windows around evenly spaced places, which repeat with the picture.
   *
   * @param size width of a picture
   * @return size x places, each column's sum 1
   */
  static float[] windows(int size, int places) {
    double sigma = WINDOW_SIGMA * size / places;
    float[] weights = new float[places * size];
    for (int place = 0; place < places; place++) {
      double centre = (place + 0.5) * size / places;
      double[] heights = new double[size];
      double sum = 0;
      for (int pixel = -PERIODS * size; pixel < (PERIODS + 1) * size; pixel++) {
        double distance = (pixel - centre) / sigma;
        double height = Math.exp(-distance * distance / 2);
        heights[Math.floorMod(pixel, size)] += height;
        sum += height;
      }
      for (int pixel = 0; pixel < size; pixel++) {
        weights[pixel * places + place] = (float) (heights[pixel] / sum);
      }
    }
    return weights;
  }
}
