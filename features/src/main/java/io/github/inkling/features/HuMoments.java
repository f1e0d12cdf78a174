package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/**
 * The seven moment invariants of Hu, "Visual pattern recognition by moment invariants", IRE
 * Transactions on Information Theory 8 (1962): the same for a shape that is moved, scaled or
 * turned; the seventh changes its sign for the mirror image.
 */
final class HuMoments {
  static final int COUNT = 7;

  private static final double DECADES = 12;

  private HuMoments() {}

  /** The invariants of the grey picture; zeros if it is blank. */
  static double[] of(DigitImage digit) {
    double[][] raw = rawMoments(digit);
    if (raw[0][0] == 0) {
      return new double[COUNT];
    }
    return invariants(normalizedCentralMoments(digit, raw));
  }

  /** A logarithmic scale that keeps the sign: 1 is 1, and from 1e-12 down it is 0. */
  static float logScaled(double invariant) {
    double decades = Math.log10(Math.max(Math.abs(invariant), Math.pow(10, -DECADES)));
    return (float) (Math.signum(invariant) * (1 + decades / DECADES));
  }

  /** Moments up to the first order, x before y. */
  private static double[][] rawMoments(DigitImage digit) {
    double[][] moments = new double[2][2];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        double ink = digit.at(x, y) / 255.0;
        moments[0][0] += ink;
        moments[1][0] += x * ink;
        moments[0][1] += y * ink;
      }
    }
    return moments;
  }

  /** Hu's eta: central moments up to the third order, free of scale. */
  private static double[][] normalizedCentralMoments(DigitImage digit, double[][] raw) {
    double centreX = raw[1][0] / raw[0][0];
    double centreY = raw[0][1] / raw[0][0];
    double[][] eta = new double[4][4];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        double powerX = digit.at(x, y) / 255.0;
        for (int p = 0; p <= 3; p++) {
          double product = powerX;
          for (int q = 0; p + q <= 3; q++) {
            eta[p][q] += product;
            product *= y - centreY;
          }
          powerX *= x - centreX;
        }
      }
    }
    for (int p = 0; p <= 3; p++) {
      for (int q = 0; p + q <= 3; q++) {
        eta[p][q] /= Math.pow(raw[0][0], 1 + (p + q) / 2.0);
      }
    }
    return eta;
  }

  private static double[] invariants(double[][] eta) {
    double spread = eta[2][0] + eta[0][2];
    double difference = eta[2][0] - eta[0][2];
    double mixed = 2 * eta[1][1];
    double a = eta[3][0] - 3 * eta[1][2];
    double b = 3 * eta[2][1] - eta[0][3];
    double c = eta[3][0] + eta[1][2];
    double d = eta[2][1] + eta[0][3];
    double cubicC = c * (c * c - 3 * d * d);
    double cubicD = d * (3 * c * c - d * d);
    return new double[] {
      spread,
      difference * difference + mixed * mixed,
      a * a + b * b,
      c * c + d * d,
      a * cubicC + b * cubicD,
      difference * (c * c - d * d) + 2 * mixed * c * d,
      b * cubicC - a * cubicD
    };
  }
}
