package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import java.util.Arrays;

/**
 * The scattering transform of one digit after another, with arrays that are made once. Belongs to
 * one thread.
 *
 * <p>A picture is halved when a wavelet leaves it smooth enough: what went through the wavelet of
 * scale j has every 2^(j - 1)th row and column.
 */
final class ScatteringTransform {
  private static final int MARGIN = (ScatteringFilters.SIZE - DigitImage.SIZE) / 2;

  private final ScatteringFilters filters;
  private final byte[] pixels = new byte[DigitImage.PIXELS];
  private final FourierTransform[] transforms;
  private final ComplexGrid[] products;

  /** By order, then by how often halved. */
  private final ComplexGrid[][] pictures;

  /** The same, but for the last order. */
  private final ComplexGrid[][] spectra;

  private float[] features = new float[0];
  private int next;

  ScatteringTransform(ScatteringFilters filters) {
    this.filters = filters;
    int sizes = filters.halvings(filters.scales() - 1) + 1;
    this.transforms = new FourierTransform[sizes];
    for (int halvings = 0; halvings < sizes; halvings++) {
      transforms[halvings] = new FourierTransform(ScatteringFilters.SIZE >> halvings);
    }
    this.products = grids(sizes);
    this.pictures = new ComplexGrid[filters.order() + 1][];
    this.spectra = new ComplexGrid[filters.order()][];
    for (int order = 0; order <= filters.order(); order++) {
      pictures[order] = grids(sizes);
    }
    for (int order = 0; order < filters.order(); order++) {
      spectra[order] = grids(sizes);
    }
  }

  private static ComplexGrid[] grids(int sizes) {
    ComplexGrid[] grids = new ComplexGrid[sizes];
    for (int halvings = 0; halvings < sizes; halvings++) {
      grids[halvings] = new ComplexGrid(ScatteringFilters.SIZE >> halvings);
    }
    return grids;
  }

  /** Writes a digit's features from {@code offset} on. */
  void describe(DigitImage digit, float[] target, int offset) {
    digit.copyTo(pixels, 0);
    ComplexGrid picture = pictures[0][0];
    float[] ink = picture.real();
    Arrays.fill(ink, 0);
    Arrays.fill(picture.imaginary(), 0);
    for (int y = 0; y < DigitImage.SIZE; y++) {
      int row = (y + MARGIN) * picture.size() + MARGIN;
      for (int x = 0; x < DigitImage.SIZE; x++) {
        ink[row + x] = (pixels[y * DigitImage.SIZE + x] & 0xff) / 255f;
      }
    }
    features = target;
    next = offset;
    scatter(0, 0, 0);
  }

  /** Describes a picture, and then what the wavelets from a scale on see in it. */
  private void scatter(int order, int halvings, int firstScale) {
    ComplexGrid picture = pictures[order][halvings];
    filters.means(halvings).of(picture.real(), features, next);
    next += filters.places() * filters.places();
    if (order == filters.order() || firstScale == filters.scales()) {
      return;
    }
    ComplexGrid spectrum = spectra[order][halvings];
    transforms[halvings].forward(picture, spectrum);
    for (int scale = firstScale; scale < filters.scales(); scale++) {
      int halved = filters.halvings(scale);
      ComplexGrid child = pictures[order + 1][halved];
      for (int orientation = 0; orientation < filters.orientations(); orientation++) {
        float[] wavelet = filters.wavelet(halvings, scale, orientation);
        multiply(spectrum, wavelet, products[halved]);
        transforms[halved].inverse(products[halved], child);
        takeModulus(child);
        scatter(order + 1, halved, scale + 1);
      }
    }
  }

  /** The product of spectra, folded up to that of the picture with fewer rows and columns. */
  private static void multiply(ComplexGrid spectrum, float[] wavelet, ComplexGrid product) {
    int size = spectrum.size();
    int folds = size / product.size();
    Arrays.fill(product.real(), 0);
    Arrays.fill(product.imaginary(), 0);
    for (int row = 0; row < size; row++) {
      int to = row % product.size() * product.size();
      for (int fold = 0; fold < folds; fold++) {
        int from = row * size + fold * product.size();
        add(spectrum.real(), wavelet, from, product.real(), to, product.size());
        add(spectrum.imaginary(), wavelet, from, product.imaginary(), to, product.size());
      }
    }
  }

  private static void add(
      float[] values, float[] factors, int from, float[] sums, int to, int count) {
    for (int i = 0; i < count; i++) {
      sums[to + i] += values[from + i] * factors[from + i];
    }
  }

  private static void takeModulus(ComplexGrid picture) {
    float[] real = picture.real();
    float[] imaginary = picture.imaginary();
    for (int i = 0; i < real.length; i++) {
      real[i] = (float) Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
      imaginary[i] = 0;
    }
  }
}
