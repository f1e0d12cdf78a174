package io.github.inkling.features;

import java.util.stream.Stream;

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
   * Computes those for one digit at a time.
   *
   * @param settings how a digit is scattered
   */
  ScatteringFilters(ScatteringSettings settings) {
    int sizes = halvings(settings.scales() - 1) + 1;
    this.settings = settings;
    this.pictures = 1;
    this.wavelets = new float[sizes][settings.scales()][settings.orientations()][0][];
    this.means = new LocalMeans[sizes];
    int scales = settings.order() == 0 ? 0 : settings.scales();
    for (int scale = 0; scale < scales; scale++) {
      for (int orientation = 0; orientation < settings.orientations(); orientation++) {
        float[][] wavelet =
            MorletWavelet.spectrum(SIZE, scale, orientation, settings.orientations());
        for (int halvings = 0; halvings <= halvings(scale); halvings++) {
          // A spectrum folded to one k times halved sums 4^k values; the picture needs their mean.
          float share = (float) Math.scalb(1.0, 2 * (halvings - halvings(scale)));
          wavelets[halvings][scale][orientation] = lowFrequencies(wavelet, SIZE >> halvings, share);
        }
      }
    }
    double distance = (double) SIZE / places();
    for (int halvings = 0; halvings < sizes; halvings++) {
      means[halvings] =
          new LocalMeans(
              SIZE >> halvings, places(), Math.scalb(WINDOW_SIGMA * distance, -halvings));
    }
  }

  private ScatteringFilters(ScatteringFilters single, int pictures) {
    this.settings = single.settings;
    this.pictures = pictures;
    this.wavelets = new float[single.wavelets.length][settings.scales()][][][];
    this.means = single.means;
    for (int halvings = 0; halvings < wavelets.length; halvings++) {
      for (int scale = 0; scale < settings.scales(); scale++) {
        wavelets[halvings][scale] =
            Stream.of(single.wavelets[halvings][scale])
                .map(wavelet -> widen(wavelet, pictures))
                .toArray(float[][][]::new);
      }
    }
  }

  private static float[][] widen(float[][] wavelet, int pictures) {
    float[][] wide = new float[wavelet.length][wavelet.length * pictures];
    for (int row = 0; row < wavelet.length; row++) {
      for (int i = 0; i < wide[row].length; i++) {
        wide[row][i] = wavelet[row][i / pictures];
      }
    }
    return wide;
  }

  /** The same filters for several digits at a time. */
  ScatteringFilters sideBySide(int digits) {
    return new ScatteringFilters(this, digits);
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

  private static float[][] lowFrequencies(float[][] spectrum, int size, float factor) {
    float[][] low = new float[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        low[row][column] = factor * spectrum[frequency(row, size)][frequency(column, size)];
      }
    }
    return low;
  }

  /** Where the frequency at an index of a smaller spectrum stands in the large one. */
  private static int frequency(int index, int size) {
    return index < size / 2 ? index : index + SIZE - size;
  }
}
