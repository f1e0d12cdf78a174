package io.github.inkling.core.page;

import java.util.Arrays;

/** A path through a piece from its top to its bottom: a column per row. */
final class Seam {
  private final Box box;
  private final int[] columns;
  private final double ink;
  private final double middle;

  /**
   * A path.
   *
   * @param box of the piece
   * @param columns from the box's left edge, for each row of the box; not copied
   * @param ink how much ink it crosses, in pixels
   */
  Seam(Box box, int[] columns, double ink) {
    this.box = box;
    this.columns = columns;
    this.ink = ink;
    this.middle = Arrays.stream(columns).average().orElse(0);
  }

  /** The box of the piece. */
  Box box() {
    return box;
  }

  /** Where it goes, from the box's left edge, in a row of the box. */
  int column(int row) {
    return columns[row];
  }

  /** How much ink it crosses, in pixels. */
  double ink() {
    return ink;
  }

  /** The mean of its columns, from the box's left edge. */
  double middle() {
    return middle;
  }
}
