package io.github.inkling.features;

/**
 * A Morlet wavelet: a wave under an elongated Gaussian, less as much of the Gaussian as makes its
 * mean zero (Bruna and Mallat, "Invariant scattering convolution networks", IEEE Trans. PAMI 35(8),
 * 2013), repeated with the period of the picture. Sizes and shapes are those of Kymatio (Andreux et
 * al., "Kymatio: Scattering transforms in Python", JMLR 21, 2020). Its spectrum is real.
 */
final class MorletWavelet {
  /**
   * Standard deviation of the finest wavelet's Gaussian in the direction of the wave, in pixels.
   */
  private static final double FINEST_SIGMA = 0.8;

  /** Angular frequency of the finest wavelet, per pixel. */
  private static final double FINEST_FREQUENCY = 3 * Math.PI / 4;

  /** The Gaussian's width along the wave by its length across it, times the orientations. */
  private static final double SLANT = 4;

  /** Beyond so many standard deviations a Gaussian is nothing in floats. */
  private static final double REACH = 6;

  private MorletWavelet() {}

  /**
   * A wavelet's spectrum.
   *
   * @param size width and height of the picture
   * @param scale 0 for the finest; each further one is twice as large
   * @param orientation of {@code orientations} over 180 degrees; the wave of the first runs along
   *     the rows
   * @return as {@link FourierTransform#forward} gives it
   */
  static float[][] spectrum(int size, int scale, int orientation, int orientations) {
    double sigma = Math.scalb(FINEST_SIGMA, scale);
    double frequency = Math.scalb(FINEST_FREQUENCY, -scale);
    double cosine = Math.cos(Math.PI * orientation / orientations);
    double sine = Math.sin(Math.PI * orientation / orientations);
    double slant = SLANT / orientations;
    int reach = (int) Math.ceil(REACH * sigma / Math.min(1, slant));
    double[] envelope = new double[size * size];
    double[] real = new double[size * size];
    double[] imaginary = new double[size * size];
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
        int at = Math.floorMod(y, size) * size + Math.floorMod(x, size);
        envelope[at] += height;
        real[at] += height * Math.cos(frequency * along);
        imaginary[at] += height * Math.sin(frequency * along);
        envelopeSum += height;
        waveSum += height * Math.cos(frequency * along);
      }
    }
    ComplexGrid wavelet = new ComplexGrid(size, 1);
    for (int i = 0; i < real.length; i++) {
      wavelet.real()[i / size][i % size] = (float) (real[i] - waveSum / envelopeSum * envelope[i]);
      wavelet.imaginary()[i / size][i % size] = (float) imaginary[i];
    }
    ComplexGrid spectrum = new ComplexGrid(size, 1);
    new FourierTransform(size, 1).forward(wavelet, spectrum);
    return spectrum.real();
  }
}
