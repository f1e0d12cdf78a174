package io.github.inkling.core.vision;

import java.util.Arrays;

/**
 * The exact Euclidean distance of every pixel to the nearest pixel of a set, row by row and then
 * column by column (Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions",
 * Theory of Computing 8, 2012, section 2): the lower envelope of one parabola per pixel.
 */
final class DistanceTransform {
  /** Farther than any pixel of a picture, and still exact when a square is added. */
  private static final float FAR = 1e8f;

  private DistanceTransform() {}

  /**
   * Measures the distances.
   *
   * @param set whether each pixel belongs to the set, row by row
   * @param width pixels of a row
   * @return the distance from each pixel's middle to the nearest middle of the set, 0 in the set;
   *     at least 1000 everywhere if the set is empty
   */
  static float[] of(boolean[] set, int width) {
    int height = set.length / width;
    float[] squares = new float[set.length];
    for (int i = 0; i < set.length; i++) {
      squares[i] = set[i] ? 0 : FAR;
    }
    Envelope envelope = new Envelope(Math.max(width, height));
    for (int y = 0; y < height; y++) {
      envelope.pass(squares, y * width, 1, width);
    }
    for (int x = 0; x < width; x++) {
      envelope.pass(squares, x, width, height);
    }
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (float) Math.sqrt(squares[i]);
    }
    return squares;
  }

  /** One line of pixels after another. */
  private static final class Envelope {
    private final float[] line;
    private final int[] vertex;
    private final float[] from;

    Envelope(int most) {
      line = new float[most];
      vertex = new int[most];
      from = new float[most + 1];
    }

    /** Replaces the values f(q) of a line by the least of f(q) + (p - q)^2. */
    void pass(float[] values, int first, int step, int length) {
      for (int q = 0; q < length; q++) {
        line[q] = values[first + q * step];
      }
      int last = 0;
      vertex[0] = 0;
      Arrays.fill(from, 0, length + 1, Float.POSITIVE_INFINITY);
      from[0] = Float.NEGATIVE_INFINITY;
      for (int q = 1; q < length; q++) {
        float meeting = meeting(q, vertex[last]);
        while (meeting <= from[last]) {
          last--;
          meeting = meeting(q, vertex[last]);
        }
        last++;
        vertex[last] = q;
        from[last] = meeting;
        from[last + 1] = Float.POSITIVE_INFINITY;
      }
      int lowest = 0;
      for (int p = 0; p < length; p++) {
        while (from[lowest + 1] < p) {
          lowest++;
        }
        float distance = p - vertex[lowest];
        values[first + p * step] = distance * distance + line[vertex[lowest]];
      }
    }

    private float meeting(int q, int v) {
      return (line[q] + q * q - line[v] - v * v) / (2 * (q - v));
    }
  }
}
