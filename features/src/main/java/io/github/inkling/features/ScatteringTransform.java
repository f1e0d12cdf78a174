package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import java.util.List;

/**
 * The scattering transform of digits, as many side by side as the filters are made for, in arrays
 * that are made once. Belongs to one thread.
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

  /** By order, all but the last, then by how often halved. */
  private final ComplexGrid[][] spectra;

  private final float[] someValues;
  private final float[] someFactors;

  /** Of one path, as {@link LocalMeans} writes them. */
  private final float[] means;

  private float[] rows = new float[0];
  private int next;
  private int length;
  private int count;

  ScatteringTransform(ScatteringFilters filters) {
    this.filters = filters;
    int sizes = filters.halvings(filters.scales() - 1) + 1;
    this.transforms = new FourierTransform[sizes];
    for (int halvings = 0; halvings < sizes; halvings++) {
      transforms[halvings] =
          new FourierTransform(ScatteringFilters.SIZE >> halvings, filters.pictures());
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
    this.someValues = new float[ScatteringFilters.SIZE * filters.pictures()];
    this.someFactors = new float[ScatteringFilters.SIZE * filters.pictures()];
    this.means = new float[filters.places() * filters.places() * filters.pictures()];
  }

  private ComplexGrid[] grids(int sizes) {
    ComplexGrid[] grids = new ComplexGrid[sizes];
    for (int halvings = 0; halvings < sizes; halvings++) {
      grids[halvings] = new ComplexGrid(ScatteringFilters.SIZE >> halvings, filters.pictures());
    }
    return grids;
  }

  /**
   * Writes digits' features.
   *
   * @param digits as many as are scattered at a time, or fewer
   * @param rows receives the features
   * @param offset where the first digit's row starts
   * @param length of a row
   */
  void describe(List<DigitImage> digits, float[] rows, int offset, int length) {
    ComplexGrid ink = pictures[0][0];
    ink.clear();
    for (int i = 0; i < digits.size(); i++) {
      draw(digits.get(i), ink, i);
    }
    this.rows = rows;
    this.next = offset;
    this.length = length;
    this.count = digits.size();
    scatter(0, 0, 0);
  }

  private void draw(DigitImage digit, ComplexGrid ink, int place) {
    digit.copyTo(pixels, 0);
    for (int y = 0; y < DigitImage.SIZE; y++) {
      float[] row = ink.real()[y + MARGIN];
      for (int x = 0; x < DigitImage.SIZE; x++) {
        row[(x + MARGIN) * filters.pictures() + place] =
            (pixels[y * DigitImage.SIZE + x] & 0xff) / 255f;
      }
    }
  }

  /** Describes pictures, and then what the wavelets from a scale on see in them. */
  private void scatter(int order, int halvings, int firstScale) {
    ComplexGrid picture = pictures[order][halvings];
    filters.means(halvings).of(picture.real(), means);
    writeMeans();
    if (order == filters.order() || firstScale == filters.scales()) {
      return;
    }
    ComplexGrid spectrum = spectra[order][halvings];
    transforms[halvings].forward(picture, spectrum);
    for (int scale = firstScale; scale < filters.scales(); scale++) {
      int halved = filters.halvings(scale);
      ComplexGrid child = pictures[order + 1][halved];
      for (int orientation = 0; orientation < filters.orientations(); orientation++) {
        float[][] wavelet = filters.wavelet(halvings, scale, orientation);
        multiply(spectrum, wavelet, products[halved]);
        transforms[halved].inverse(products[halved], child);
        takeModulus(child);
        scatter(order + 1, halved, scale + 1);
      }
    }
  }

  private void writeMeans() {
    int places = filters.places() * filters.places();
    for (int digit = 0; digit < count; digit++) {
      for (int place = 0; place < places; place++) {
        rows[next + digit * length + place] = means[place * filters.pictures() + digit];
      }
    }
    next += places;
  }

  /** The product of spectra, folded up to that of pictures with fewer rows and columns. */
  private void multiply(ComplexGrid spectrum, float[][] wavelet, ComplexGrid product) {
    product.clear();
    for (int y = 0; y < spectrum.size(); y++) {
      int to = y % product.size();
      multiply(spectrum.real()[y], wavelet[y], product.real()[to]);
      multiply(spectrum.imaginary()[y], wavelet[y], product.imaginary()[to]);
    }
  }

  private void multiply(float[] values, float[] factors, float[] sums) {
    if (values.length == sums.length) {
      addProducts(values, factors, sums);
      return;
    }
    // Loops with an index for each array would not be vectorised.
    for (int from = 0; from < values.length; from += sums.length) {
      System.arraycopy(values, from, someValues, 0, sums.length);
      System.arraycopy(factors, from, someFactors, 0, sums.length);
      addProducts(someValues, someFactors, sums);
    }
  }

  private static void addProducts(float[] values, float[] factors, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i] * factors[i];
    }
  }

  private static void takeModulus(ComplexGrid picture) {
    for (int row = 0; row < picture.size(); row++) {
      takeModulus(picture.real()[row], picture.imaginary()[row]);
    }
  }

  private static void takeModulus(float[] real, float[] imaginary) {
    for (int i = 0; i < real.length; i++) {
      real[i] = (float) Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
      imaginary[i] = 0;
    }
  }
}
