package io.github.inkling.features;

import java.util.Arrays;

/** The wavelets and windows of a scattering transform of several digits at a time. Immutable. */
final class ScatteringFilters {
  /** Width of the picture in which a digit has paper around it: a power of two. */
  static final int SIZE = 32;

  /** Standard deviation of the window, as a share of the distance of its places. */
  private static final double WINDOW_SIGMA = 0.4;

  private final ScatteringSettings settings;
  private final int pictures;

  /**
   * By how often the picture is halved, then by scale and orientation; each laid as in a {@link
   * ComplexGrid}, with the same values for all pictures.
   */
  private final float[][][][][] wavelets;

  private final LocalMeans[] means;

  /**
   * Computes them.
   *
   * @param settings how a digit is scattered
   * @param pictures number of digits
   */
  ScatteringFilters(ScatteringSettings settings, int pictures) {
    this.settings = settings;
    this.pictures = pictures;
    int sizes = halvings(settings.scales() - 1) + 1;
    this.wavelets = new float[sizes][settings.scales()][settings.orientations()][][];
    this.means = new LocalMeans[sizes];
    int scales = settings.order() == 0 ? 0 : settings.scales();
    for (int scale = 0; scale < scales; scale++) {
      for (int orientation = 0; orientation < settings.orientations(); orientation++) {
        float[][] wavelet =
            MorletWavelet.spectrum(SIZE, scale, orientation, settings.orientations());
        for (int halvings = 0; halvings <= halvings(scale); halvings++) {
          // Folding adds up as many values as there are rows and columns for each that is left.
          float share = (float) Math.scalb(1.0, 2 * (halvings - halvings(scale)));
          wavelets[halvings][scale][orientation] = lowFrequencies(wavelet, SIZE >> halvings, share);
        }
      }
    }
    double distance = (double) SIZE / places();
    for (int halvings = 0; halvings < sizes; halvings++) {
      means[halvings] =
          new LocalMeans(
              SIZE >> halvings, places(), Math.scalb(WINDOW_SIGMA * distance, -halvings), pictures);
    }
  }

  /** Number of digits that are scattered at a time. */
  int pictures() {
    return pictures;
  }

  int scales() {
    return settings.scales();
  }

  int orientations() {
    return settings.orientations();
  }

  int order() {
    return settings.order();
  }

  /** Places along each side at which means are taken. */
  int places() {
    return settings.places();
  }

  /** How often a picture is halved after the wavelets of a scale. */
  int halvings(int scale) {
    return Math.max(0, scale - 1);
  }

  /** The spectrum of a wavelet for pictures that were halved so often. */
  float[][] wavelet(int halvings, int scale, int orientation) {
    return wavelets[halvings][scale][orientation];
  }

  /** The window for pictures that were halved so often. */
  LocalMeans means(int halvings) {
    return means[halvings];
  }

  private float[][] lowFrequencies(float[][] spectrum, int size, float factor) {
    float[][] low = new float[size][size * pictures];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        float value = factor * spectrum[frequency(row, size)][frequency(column, size)];
        Arrays.fill(low[row], column * pictures, (column + 1) * pictures, value);
      }
    }
    return low;
  }

  /** Where the frequency at an index of a smaller spectrum stands in the large one. */
  private static int frequency(int index, int size) {
    return index < size / 2 ? index : index + SIZE - size;
  }
}
