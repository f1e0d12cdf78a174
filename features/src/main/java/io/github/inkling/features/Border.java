package io.github.inkling.features;

import java.util.Arrays;

/** A closed chain of ink pixels along paper. Immutable. */
final class Border {
  private final boolean hole;
  private final int[] x;
  private final int[] y;
  private final int[] codes;

  private Border(boolean hole, int[] x, int[] y, int[] codes) {
    this.hole = hole;
    this.x = x;
    this.y = y;
    this.codes = codes;
  }

  /** Whether it surrounds paper; otherwise it surrounds ink. */
  boolean isHole() {
    return hole;
  }

  /** Number of pixels; one that the chain passes twice counts twice. */
  int length() {
    return x.length;
  }

  int x(int index) {
    return x[index];
  }

  int y(int index) {
    return y[index];
  }

  /** Steps from pixel to pixel: as many as there are pixels, or none if there is but one. */
  int steps() {
    return codes.length;
  }

  /**
   * Freeman's direction of the step that leaves a pixel: 0 right, 2 up, 4 left, 6 down, odd ones
   * between. The last step leads back to the first pixel.
   */
  int code(int index) {
    return codes[index];
  }

  /**
   * The area that the chain encloses, by the shoelace formula; positive if it runs anticlockwise.
   */
  double area() {
    long twice = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      twice += (long) x[next] * y[i] - (long) x[i] * y[next];
    }
    return twice / 2.0;
  }

  /** A border as it grows. */
  static final class Builder {
    private int[] x = new int[64];
    private int[] y = new int[64];
    private int[] codes = new int[64];
    private int length;

    void add(int column, int row, int code) {
      if (length == x.length) {
        x = Arrays.copyOf(x, 2 * length);
        y = Arrays.copyOf(y, 2 * length);
        codes = Arrays.copyOf(codes, 2 * length);
      }
      x[length] = column;
      y[length] = row;
      codes[length++] = code;
    }

    Border close(boolean hole) {
      return new Border(
          hole, Arrays.copyOf(x, length), Arrays.copyOf(y, length), Arrays.copyOf(codes, length));
    }
  }

  /** The border of ink that is a single pixel. */
  static Border ofPixel(int column, int row) {
    return new Border(false, new int[] {column}, new int[] {row}, new int[0]);
  }
}
