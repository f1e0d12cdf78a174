package io.github.inkling.core.page;

/**
 * An upright rectangle of a picture, in its pixels.
 *
 * @param x column of its left edge, counted from 0
 * @param y row of its top edge, counted from 0
 * @param width pixels from left to right, at least 1
 * @param height pixels from top to bottom, at least 1
 */
public record Box(int x, int y, int width, int height) {
  /**
   * Checks the size.
   *
   * @param x column of its left edge
   * @param y row of its top edge
   * @param width at least 1
   * @param height at least 1
   * @throws IllegalArgumentException if the width or the height is not positive
   */
  public Box {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a box has at least 1 x 1 pixels, not %d x %d".formatted(width, height));
    }
  }

  /**
   * The smallest box around two.
   *
   * @param other the other box
   * @return a box that holds both
   */
  public Box union(Box other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(x + width, other.x + other.width) - left,
        Math.max(y + height, other.y + other.height) - top);
  }

  int longerSide() {
    return Math.max(width, height);
  }

  /** How many pixels both boxes have in common. */
  long overlap(Box other) {
    long across = Math.min(x + width, other.x + other.width) - (long) Math.max(x, other.x);
    long down = Math.min(y + height, other.y + other.height) - (long) Math.max(y, other.y);
    return across > 0 && down > 0 ? across * down : 0;
  }

  /** Whether both have at least half of the narrower one's width in common. */
  boolean isInColumnOf(Box other) {
    int common = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    return 2 * common >= Math.min(width, other.width);
  }

  /** The box in a picture that is so many times as large. */
  Box times(int zoom) {
    return new Box(zoom * x, zoom * y, zoom * width, zoom * height);
  }

  /** The box with so many pixels more, or less, on each side; at least 1 x 1. */
  Box grown(int pixels) {
    return new Box(
        x - pixels, y - pixels, Math.max(1, width + 2 * pixels), Math.max(1, height + 2 * pixels));
  }
}
