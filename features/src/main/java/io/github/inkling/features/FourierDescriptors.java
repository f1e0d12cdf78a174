package io.github.inkling.features;

/**
 * Fourier descriptors of a closed contour: Zahn and Roskies, "Fourier descriptors for plane closed
 * curves", IEEE Transactions on Computers 21 (1972), in the variant of Granlund ("Fourier
 * preprocessing for hand print character recognition", 1972) that transforms the complex contour
 * {@code x + iy}. Immutable.
 *
 * <p>The contour is sampled at 128 points of equal distance along it. The constant coefficient is
 * left out, which frees it of its place; magnitudes are divided by that of the first harmonic,
 * which frees it of its size; and phases are left out, which frees it of its start and its turn.
 */
final class FourierDescriptors {
  private static final int SAMPLES = 128;
  private static final double[] COSINE = new double[SAMPLES];
  private static final double[] SINE = new double[SAMPLES];

  static {
    for (int i = 0; i < SAMPLES; i++) {
      COSINE[i] = Math.cos(2 * Math.PI * i / SAMPLES);
      SINE[i] = Math.sin(2 * Math.PI * i / SAMPLES);
    }
  }

  private final int harmonics;

  FourierDescriptors(int harmonics) {
    this.harmonics = harmonics;
  }

  int length() {
    return 2 * harmonics;
  }

  /**
   * Magnitudes of the harmonics -1, 2, -2, 3, ..., relative to the first, at most 1; zeros for a
   * contour without extent. The contour runs anticlockwise; {@code y} grows downwards.
   */
  void of(Border contour, float[] target, int from) {
    double[] sampleX = new double[SAMPLES];
    double[] sampleY = new double[SAMPLES];
    if (!sample(contour, sampleX, sampleY)) {
      return;
    }
    double first = magnitude(sampleX, sampleY, 1);
    if (first < 1e-9) {
      return;
    }
    for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
      int at = from + 2 * (harmonic - 1);
      target[at] = (float) Math.min(1, magnitude(sampleX, sampleY, -harmonic) / first);
      target[at + 1] = (float) Math.min(1, magnitude(sampleX, sampleY, harmonic + 1) / first);
    }
  }

  /** Samples the contour at equal distances; false if it is a single pixel. */
  private static boolean sample(Border contour, double[] sampleX, double[] sampleY) {
    int corners = contour.length();
    double perimeter = 0;
    for (int i = 0; i < corners; i++) {
      perimeter += side(contour, i);
    }
    if (perimeter == 0) {
      return false;
    }
    int corner = 0;
    double passed = 0;
    double side = side(contour, 0);
    for (int s = 0; s < SAMPLES; s++) {
      double distance = perimeter * s / SAMPLES;
      while (passed + side < distance && corner < corners - 1) {
        passed += side;
        side = side(contour, ++corner);
      }
      double part = (distance - passed) / side;
      int next = (corner + 1) % corners;
      sampleX[s] = contour.x(corner) + part * (contour.x(next) - contour.x(corner));
      // Upwards, so that an anticlockwise contour turns with the harmonic 1, not -1.
      sampleY[s] = -(contour.y(corner) + part * (contour.y(next) - contour.y(corner)));
    }
    return true;
  }

  private static double side(Border contour, int corner) {
    int next = (corner + 1) % contour.length();
    return Math.hypot(contour.x(next) - contour.x(corner), contour.y(next) - contour.y(corner));
  }

  private static double magnitude(double[] x, double[] y, int harmonic) {
    double real = 0;
    double imaginary = 0;
    for (int s = 0; s < SAMPLES; s++) {
      int phase = Math.floorMod(-harmonic * s, SAMPLES);
      real += x[s] * COSINE[phase] - y[s] * SINE[phase];
      imaginary += x[s] * SINE[phase] + y[s] * COSINE[phase];
    }
    return Math.hypot(real, imaginary) / SAMPLES;
  }
}
