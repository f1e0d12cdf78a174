package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import java.util.ArrayList;
import java.util.List;

/** Scattering straight from its definition: convolutions pixel by pixel, nothing halved. */
final class ReferenceScattering {
  private static final int SIZE = 32;

  private final int scales;
  private final int orientations;

  ReferenceScattering(int scales, int orientations) {
    this.scales = scales;
    this.orientations = orientations;
  }

  /** Means of all paths up to the second order, in the order of {@link ScatteringFeatures}. */
  double[] describe(DigitImage digit) {
    double[] picture = new double[SIZE * SIZE];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        picture[(y + 2) * SIZE + x + 2] = digit.at(x, y) / 255.0;
      }
    }
    List<Double> means = new ArrayList<>();
    scatter(picture, 0, 0, means);
    return means.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void scatter(double[] picture, int order, int firstScale, List<Double> means) {
    addMeans(picture, means);
    for (int scale = firstScale; scale < scales && order < 2; scale++) {
      for (int orientation = 0; orientation < orientations; orientation++) {
        scatter(modulus(picture, scale, orientation), order + 1, scale + 1, means);
      }
    }
  }

  private void addMeans(double[] picture, List<Double> means) {
    int distance = 1 << scales;
    double sigma = 0.4 * distance;
    for (int v = distance / 2; v < SIZE; v += distance) {
      for (int u = distance / 2; u < SIZE; u += distance) {
        double sum = 0;
        double weights = 0;
        for (int y = v - 2 * SIZE; y < v + 2 * SIZE; y++) {
          for (int x = u - 2 * SIZE; x < u + 2 * SIZE; x++) {
            double squares = (x - u) * (x - u) + (y - v) * (y - v);
            double weight = Math.exp(-squares / (2 * sigma * sigma));
            sum += weight * at(picture, x, y);
            weights += weight;
          }
        }
        means.add(sum / weights);
      }
    }
  }

  private double[] modulus(double[] picture, int scale, int orientation) {
    double[][] wavelet = wavelet(scale, orientation);
    double[] moduli = new double[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double real = 0;
        double imaginary = 0;
        for (int v = -SIZE; v < SIZE; v++) {
          for (int u = -SIZE; u < SIZE; u++) {
            int tap = (v + SIZE) * 2 * SIZE + u + SIZE;
            real += wavelet[0][tap] * at(picture, x - u, y - v);
            imaginary += wavelet[1][tap] * at(picture, x - u, y - v);
          }
        }
        moduli[y * SIZE + x] = Math.hypot(real, imaginary);
      }
    }
    return moduli;
  }

  /** Bruna and Mallat's Morlet wavelet: (exp(iξu) - β) under a Gaussian, β making its mean 0. */
  private double[][] wavelet(int scale, int orientation) {
    double sigma = 0.8 * Math.pow(2, scale);
    double frequency = 3 * Math.PI / 4 / Math.pow(2, scale);
    double angle = Math.PI * orientation / orientations;
    double slant = 4.0 / orientations;
    int taps = 2 * SIZE;
    double[] window = new double[taps * taps];
    double[][] wave = new double[2][taps * taps];
    double sum = 0;
    double mean = 0;
    for (int v = -SIZE; v < SIZE; v++) {
      for (int u = -SIZE; u < SIZE; u++) {
        int tap = (v + SIZE) * taps + u + SIZE;
        double along = u * Math.cos(angle) + v * Math.sin(angle);
        double across = slant * (v * Math.cos(angle) - u * Math.sin(angle));
        window[tap] =
            slant
                * Math.exp(-(along * along + across * across) / (2 * sigma * sigma))
                / (2 * Math.PI * sigma * sigma);
        wave[0][tap] = window[tap] * Math.cos(frequency * along);
        wave[1][tap] = window[tap] * Math.sin(frequency * along);
        sum += window[tap];
        mean += wave[0][tap];
      }
    }
    for (int tap = 0; tap < window.length; tap++) {
      wave[0][tap] -= mean / sum * window[tap];
    }
    return wave;
  }

  private static double at(double[] picture, int x, int y) {
    return picture[Math.floorMod(y, SIZE) * SIZE + Math.floorMod(x, SIZE)];
  }
}
