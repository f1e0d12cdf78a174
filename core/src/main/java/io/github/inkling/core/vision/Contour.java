package io.github.inkling.core.vision;

/**
 * A closed line around ink, or around a hole in it, through the middles of the ink's outermost
 * pixels. Immutable.
 */
public final class Contour {
  private final int[] coordinates;
  private final int parent;

  Contour(int[] coordinates, int parent) {
    this.coordinates = coordinates;
    this.parent = parent;
  }

  /**
   * Number of points.
   *
   * @return at least 1
   */
  public int size() {
    return coordinates.length / 2;
  }

  /**
   * Column of a point.
   *
   * @param point 0 to {@code size() - 1}; each is a neighbour (of eight) of the one before, the
   *     first of the last
   * @return from the left
   */
  public int x(int point) {
    return coordinates[2 * point];
  }

  /**
   * Row of a point.
   *
   * @param point 0 to {@code size() - 1}
   * @return from the top
   */
  public int y(int point) {
    return coordinates[2 * point + 1];
  }

  /**
   * Whether it goes around a hole.
   *
   * @return false if it is the outer contour of a piece of ink
   */
  public boolean isHole() {
    return parent >= 0;
  }

  /**
   * The piece that the hole is in.
   *
   * @return index of its outer contour among all; -1 for an outer contour
   */
  public int parent() {
    return parent;
  }

  /**
   * The area within the line.
   *
   * @return in pixels, by the shoelace formula, so that half of the line's own pixels is left out
   */
  public double area() {
    long twice = 0;
    for (int i = 0; i < size(); i++) {
      int next = (i + 1) % size();
      twice += (long) x(i) * y(next) - (long) x(next) * y(i);
    }
    return Math.abs(twice) / 2.0;
  }

  /**
   * The contour in words.
   *
   * @return such as {@code "outer contour of 52 points"}
   */
  @Override
  public String toString() {
    return (isHole() ? "hole" : "outer contour") + " of " + size() + " points";
  }
}
