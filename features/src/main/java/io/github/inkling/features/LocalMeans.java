package io.github.inkling.features;

import java.util.Arrays;

/**
 * Weighted means of a picture around the places of a grid: under a Gaussian window, repeated with
 * the period of the picture. The grid lies evenly about pixel {@code size / 2}, where normalised
 * digits have their centre of mass. Immutable.
 */
final class LocalMeans {
  private static final int PERIODS = 2;

  private final int size;
  private final int places;
  private final float[] weights;

  /**
   * Computes the window.
   *
   * @param size width and height of the picture
   * @param places of the grid along each side
   * @param sigma standard deviation of the window, in pixels of the picture
   */
  LocalMeans(int size, int places, double sigma) {
    this.size = size;
    this.places = places;
    this.weights = new float[places * size];
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
        weights[place * size + pixel] = (float) (heights[pixel] / sum);
      }
    }
  }

  /** Writes the means, row by row, from {@code offset} on. */
  void of(float[] picture, float[] means, int offset) {
    float[] row = new float[size];
    for (int y = 0; y < places; y++) {
      Arrays.fill(row, 0);
      for (int pixel = 0; pixel < size; pixel++) {
        add(picture, pixel * size, weights[y * size + pixel], row);
      }
      for (int x = 0; x < places; x++) {
        float sum = 0;
        for (int pixel = 0; pixel < size; pixel++) {
          sum += weights[x * size + pixel] * row[pixel];
        }
        means[offset + y * places + x] = sum;
      }
    }
  }

  private static void add(float[] picture, int from, float weight, float[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] += weight * picture[from + x];
    }
  }
}
