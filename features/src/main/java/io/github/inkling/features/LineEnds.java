package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;

/**
 * Where the lines of a skeleton end and where they meet.
 *
 * @param ends end points
 * @param junctions places where three lines or more meet; pixels that touch are one place
 */
record LineEnds(int ends, int junctions) {
  static LineEnds of(BinaryDigit skeleton) {
    int ends = 0;
    int junctions = 0;
    boolean[] seen = new boolean[DigitImage.PIXELS];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        if (isEnd(skeleton, x, y)) {
          ends++;
        } else if (isJunction(skeleton, x, y) && !seen[y * DigitImage.SIZE + x]) {
          junctions++;
          visit(skeleton, x, y, seen);
        }
      }
    }
    return new LineEnds(ends, junctions);
  }

  /** One line leaves the pixel; two neighbours side by side are the stair of one oblique line. */
  private static boolean isEnd(BinaryDigit skeleton, int x, int y) {
    return skeleton.ink(x, y) && skeleton.crossings(x, y) == 1 && skeleton.neighbours(x, y) <= 2;
  }

  private static boolean isJunction(BinaryDigit skeleton, int x, int y) {
    return skeleton.ink(x, y) && skeleton.crossings(x, y) >= 3;
  }

  private static void visit(BinaryDigit skeleton, int x, int y, boolean[] seen) {
    seen[y * DigitImage.SIZE + x] = true;
    for (int code = 0; code < 8; code++) {
      int column = x + BorderFollowing.DX[code];
      int row = y + BorderFollowing.DY[code];
      boolean inside = column >= 0 && column < DigitImage.SIZE && row >= 0 && row < DigitImage.SIZE;
      if (inside && !seen[row * DigitImage.SIZE + column] && isJunction(skeleton, column, row)) {
        visit(skeleton, column, row, seen);
      }
    }
  }
}
