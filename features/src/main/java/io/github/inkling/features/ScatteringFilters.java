package io.github.inkling.features;

/** The wavelets and windows of a scattering transform. Immutable. */
final class ScatteringFilters {
  /** Width of the picture in which a digit has paper around it: a power of two. */
  static final int SIZE = 32;

  /** Standard deviation of the window, as a share of the distance of its places. */
  private static final double WINDOW_SIGMA = 0.4;

  private final ScatteringSettings settings;

  /** By how often the picture is halved, then by scale and orientation. */
  private final float[][][][] wavelets;

  private final LocalMeans[] means;

  ScatteringFilters(ScatteringSettings settings) {
    this.settings = settings;
    int sizes = halvings(settings.scales() - 1) + 1;
    this.wavelets = new float[sizes][settings.scales()][settings.orientations()][];
    this.means = new LocalMeans[sizes];
    for (int scale = 0; scale < settings.scales(); scale++) {
      for (int orientation = 0; orientation < settings.orientations(); orientation++) {
        float[] wavelet = MorletWavelet.spectrum(SIZE, scale, orientation, settings.orientations());
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
              SIZE >> halvings, places(), Math.scalb(WINDOW_SIGMA * distance, -halvings));
    }
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
  float[] wavelet(int halvings, int scale, int orientation) {
    return wavelets[halvings][scale][orientation];
  }

  /** The window for pictures that were halved so often. */
  LocalMeans means(int halvings) {
    return means[halvings];
  }

  private static float[] lowFrequencies(float[] spectrum, int size, float factor) {
    float[] low = new float[size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        low[row * size + column] =
            factor * spectrum[frequency(row, size) * SIZE + frequency(column, size)];
      }
    }
    return low;
  }

  /** Where the frequency at an index of a smaller spectrum stands in the large one. */
  private static int frequency(int index, int size) {
    return index < size / 2 ? index : index + SIZE - size;
  }
}
