package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/** A digit of ink and paper alone. Outside of it is paper. Immutable. */
final class BinaryDigit {
  private static final int HALF_INK = 128;
  private static final int WIDTH = DigitImage.SIZE + 2;

  // With a border of paper, so that every pixel has eight neighbours.
  private final boolean[] ink;

  private BinaryDigit(boolean[] ink) {
    this.ink = ink;
  }

  /** Ink is what is at least half ink. */
  static BinaryDigit of(DigitImage digit) {
    boolean[] ink = new boolean[WIDTH * WIDTH];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        ink[index(x, y)] = digit.at(x, y) >= HALF_INK;
      }
    }
    return new BinaryDigit(ink);
  }

  boolean ink(int x, int y) {
    return ink[index(x, y)];
  }

  /**
   * The strokes thinned to lines of one pixel: Zhang and Suen, "A fast parallel algorithm for
   * thinning digital patterns", CACM 27 (1984).
   */
  BinaryDigit skeleton() {
    boolean[] line = ink.clone();
    int[] peeled = new int[DigitImage.PIXELS];
    boolean changed = true;
    while (changed) {
      changed = peel(line, true, peeled);
      changed |= peel(line, false, peeled);
    }
    return new BinaryDigit(line);
  }

  /** One of the two subiterations: takes away pixels of the lower right or of the upper left. */
  private static boolean peel(boolean[] line, boolean lowerRight, int[] peeled) {
    int count = 0;
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        int at = index(x, y);
        if (line[at] && isPeeled(line, at, lowerRight)) {
          peeled[count++] = at;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      line[peeled[i]] = false;
    }
    return count > 0;
  }

  private static boolean isPeeled(boolean[] line, int at, boolean lowerRight) {
    int neighbours = neighbours(line, at);
    if (neighbours < 2 || neighbours > 6 || crossings(line, at) != 1) {
      return false;
    }
    boolean up = line[at - WIDTH];
    boolean right = line[at + 1];
    boolean down = line[at + WIDTH];
    boolean left = line[at - 1];
    return lowerRight
        ? !(up && right && down) && !(right && down && left)
        : !(up && right && left) && !(up && down && left);
  }

  /** Neighbours of a pixel that are ink, 0 to 8. */
  int neighbours(int x, int y) {
    return neighbours(ink, index(x, y));
  }

  /** Rutovitz' crossing number: changes from paper to ink on the way around a pixel, 0 to 4. */
  int crossings(int x, int y) {
    return crossings(ink, index(x, y));
  }

  private static int neighbours(boolean[] ink, int at) {
    int count = 0;
    for (int code = 0; code < 8; code++) {
      count += ink[neighbour(at, code)] ? 1 : 0;
    }
    return count;
  }

  private static int crossings(boolean[] ink, int at) {
    int count = 0;
    boolean before = ink[neighbour(at, 7)];
    for (int code = 0; code < 8; code++) {
      boolean now = ink[neighbour(at, code)];
      count += now && !before ? 1 : 0;
      before = now;
    }
    return count;
  }

  private static int neighbour(int at, int code) {
    return at + BorderFollowing.DY[code] * WIDTH + BorderFollowing.DX[code];
  }

  private static int index(int x, int y) {
    return (y + 1) * WIDTH + x + 1;
  }
}
