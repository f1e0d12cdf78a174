package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/**
 * How much ink there is, on average, along each of many parallel lines across a picture (a Radon
 * transform at one angle). Printed lines are sharp peaks of it: they are thin and run right across,
 * which no line of writing does.
 */
final class LineProfile {
  private static final double MOST_SKEW = 20;
  private static final double STEP = 0.25;
  private static final double FINE_STEP = STEP / 6;

  /** A peak stands out by this share of the level at which ink is cut off. */
  private static final double LEAST_PEAK = 0.15;

  /** So far from its middle, in lines, a peak has ended. */
  private static final int THIN = 2;

  /** Within so many lines, it falls by little more than that: writing rises and falls slowly. */
  private static final int REACH = 6;

  private static final double STEEP = 0.6;

  private final double degrees;
  private final double sharpness;
  private final List<Integer> peaks;

  private LineProfile(double degrees, double sharpness, List<Integer> peaks) {
    this.degrees = degrees;
    this.sharpness = sharpness;
    this.peaks = peaks;
  }

  /**
   * The sharpest profile within 20 degrees.
   *
   * @param ink 8-bit levels
   * @param most the level at which they were cut off
   */
  static LineProfile sharpest(Mat ink, double most) {
    int[] sums = sumsOfRows(ink);
    LineProfile best = of(sums, ink, -MOST_SKEW, most);
    for (double degrees = STEP - MOST_SKEW; degrees <= MOST_SKEW; degrees += STEP) {
      best = best.orSharper(of(sums, ink, degrees, most));
    }
    double coarse = best.degrees;
    for (double off = FINE_STEP - STEP; off < STEP; off += FINE_STEP) {
      best = best.orSharper(of(sums, ink, coarse + off, most));
    }
    return best;
  }

  /** The profile along rows. */
  static LineProfile ofRows(Mat ink, double most) {
    return of(sumsOfRows(ink), ink, 0, most);
  }

  /** The sums of the first 0, 1, 2 ... levels of each row, row by row. */
  private static int[] sumsOfRows(Mat ink) {
    byte[] levels = new byte[(int) ink.total()];
    ink.get(0, 0, levels);
    int width = ink.cols();
    int[] sums = new int[ink.rows() * (width + 1)];
    for (int y = 0; y < ink.rows(); y++) {
      for (int x = 0; x < width; x++) {
        int at = y * (width + 1) + x;
        sums[at + 1] = sums[at] + (levels[y * width + x] & 0xff);
      }
    }
    return sums;
  }

  private static LineProfile of(int[] sums, Mat ink, double degrees, double most) {
    float[] means = means(sums, ink.cols(), ink.rows(), Math.tan(Math.toRadians(degrees)));
    double sharpness = 0;
    List<Integer> peaks = new ArrayList<>();
    for (int y = 0; y < means.length; y++) {
      double height = means[y] - Math.max(least(means, y - THIN, y), least(means, y, y + THIN));
      if (height > 0) {
        sharpness += height * height;
        boolean isTop = means[y] >= at(means, y - 1) && means[y] > at(means, y + 1);
        double slow = means[y] - least(means, y - REACH, y + REACH);
        if (isTop && height > LEAST_PEAK * most && height > STEEP * slow) {
          peaks.add(y);
        }
      }
    }
    return new LineProfile(degrees, sharpness, peaks);
  }

  private static float least(float[] means, int from, int to) {
    float least = at(means, from);
    for (int y = from + 1; y <= to; y++) {
      least = Math.min(least, at(means, y));
    }
    return least;
  }

  /** There is no ink beyond the picture. */
  private static float at(float[] means, int y) {
    return y < 0 || y >= means.length ? 0 : means[y];
  }

  private static float[] means(int[] sums, int width, int height, double slope) {
    float[] means = new float[height];
    int[] counts = new int[height];
    for (int from = 0, to; from < width; from = to) {
      int down = down(slope, from, width);
      to = from + 1;
      while (to < width && down(slope, to, width) == down) {
        to++;
      }
      for (int y = Math.max(0, -down); y < Math.min(height, height - down); y++) {
        int row = (y + down) * (width + 1);
        means[y] += sums[row + to] - sums[row + from];
        counts[y] += to - from;
      }
    }
    for (int y = 0; y < height; y++) {
      // What cuts a corner of the picture only is no line across it.
      means[y] /= Math.max(width / 2f, counts[y]);
    }
    return means;
  }

  /** By how many rows a line that crosses the middle is lower at a column. */
  private static int down(double slope, int column, int width) {
    return (int) Math.round(slope * (column - width / 2.0));
  }

  private LineProfile orSharper(LineProfile other) {
    return other.sharpness > sharpness ? other : this;
  }

  /** The angle clockwise of the lines along which it was taken. */
  double degrees() {
    return degrees;
  }

  /** Where printed lines cross the middle of the picture, in rows from its top. */
  List<Integer> peaks() {
    return peaks;
  }
}
