package io.github.inkling.features;

import java.util.Arrays;

/**
 * Weighted means of pictures around the places of a grid: under a Gaussian window, repeated with
 * the period of the pictures. The grid lies evenly about pixel {@code size / 2}, where normalised
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
   * @param size width and height of a picture
   * @param places of the grid along each side
   * @param sigma standard deviation of the window, in pixels of a picture
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

  /**
   * Writes the means of all pictures: those of a place side by side, places row by row.
   *
   * @param values the pictures, laid as in a {@link ComplexGrid}
   * @param means receives the result
   */
  void of(float[][] values, float[] means) {
    int pictures = means.length / (places * places);
    Arrays.fill(means, 0);
    float[] row = new float[size * pictures];
    for (int y = 0; y < places; y++) {
      Arrays.fill(row, 0);
      for (int pixel = 0; pixel < size; pixel++) {
        add(values[pixel], weights[y * size + pixel], row);
      }
      for (int x = 0; x < places; x++) {
        int mean = (y * places + x) * pictures;
        for (int pixel = 0; pixel < size; pixel++) {
          float weight = weights[x * size + pixel];
          for (int i = 0; i < pictures; i++) {
            means[mean + i] += weight * row[pixel * pictures + i];
          }
        }
      }
    }
  }

  private static void add(float[] values, float weight, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * values[i];
    }
  }
}
