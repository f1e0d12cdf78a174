package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random displacements that neighbouring pixels nearly share: white noise, smoothed by a Gaussian
 * (Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied to
 * visual document analysis", ICDAR 2003, section 2). Immutable.
 *
 * <p>The noise, uniform as theirs, lies on a lattice with one point per sigma instead of one per
 * pixel, and reaches 3.5 sigmas or more beyond the picture, so that the edges are displaced as much
 * as the middle. Sums of Gaussians on such a lattice cannot be told from finely sampled ones: their
 * variance ripples by a share of 2 exp(-pi^2), 0.01 %. The smoothing is separable: two products
 * with a small matrix. Each row of it has length 1, so that every displacement has variance 1
 * before it is scaled.
 *
 * <p>Theirs of alpha = 34 and sigma = 4 has a root mean square of alpha / (sigma sqrt(12 pi)), 1.4
 * pixels.
 */
final class ElasticField {
  /** The displacements along y lie as many values behind those along x. */
  static final int AXIS_Y = DigitImage.SIZE;

  /** Values of one row of pixels: the displacements along x, then those along y. */
  static final int ROW = 2 * DigitImage.SIZE;

  private static final int SIZE = DigitImage.SIZE;
  private static final double REACH_IN_SIGMAS = 3.5;

  private final int points;

  /** Of {@link DigitImage#SIZE} pixels, the weights of all points. */
  private final float[] weights;

  private final float amplitude;

  /**
   * Computes the weights.
   *
   * @param rms root of the mean square displacement in pixels
   * @param sigma standard deviation of the Gaussian in pixels
   */
  ElasticField(double rms, double sigma) {
    points = (int) Math.ceil((SIZE - 1) / sigma + 2 * REACH_IN_SIGMAS) + 1;
    weights = new float[SIZE * points];
    double first = (SIZE - 1) / 2.0 - sigma * (points - 1) / 2.0;
    for (int pixel = 0; pixel < SIZE; pixel++) {
      double[] row = new double[points];
      double square = 0;
      for (int point = 0; point < points; point++) {
        double distance = (pixel - first) / sigma - point;
        row[point] = Math.exp(-distance * distance / 2);
        square += row[point] * row[point];
      }
      for (int point = 0; point < points; point++) {
        weights[pixel * points + point] = (float) (row[point] / Math.sqrt(square));
      }
    }
    // Uniform noise from -1 to 1 has variance 1/3.
    amplitude = (float) (rms * Math.sqrt(3));
  }

  /**
   * Draws a field.
   *
   * @return for each of 28 rows of pixels, 28 displacements along x and 28 along y, in pixels; of
   *     mean 0 over many draws
   */
  float[] draw(SplittableRandom random) {
    float[] noise = new float[points * 2 * points];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = amplitude * (float) (2 * random.nextDouble() - 1);
    }
    return smooth(smooth(noise, points), SIZE);
  }

  /**
   * Smooths both axes' displacements along the columns, and exchanges columns and rows, so that the
   * next call does the same along the rows.
   *
   * @param values as many rows as there are points; each has {@code columns} values of x, then of y
   * @return as many rows as there were columns, each with 28 values of x, then of y
   */
  private float[] smooth(float[] values, int columns) {
    float[] smoothed = new float[columns * ROW];
    float[] row = new float[2 * columns];
    for (int pixel = 0; pixel < SIZE; pixel++) {
      Arrays.fill(row, 0);
      for (int point = 0; point < points; point++) {
        float weight = weights[pixel * points + point];
        int from = point * row.length;
        for (int column = 0; column < row.length; column++) {
          row[column] += weight * values[from + column];
        }
      }
      for (int column = 0; column < columns; column++) {
        smoothed[column * ROW + pixel] = row[column];
        smoothed[column * ROW + AXIS_Y + pixel] = row[columns + column];
      }
    }
    return smoothed;
  }
}
