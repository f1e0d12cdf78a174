package io.github.inkling.features;

/**
 * Shares a gradient's magnitude between the two nearest of some directions. Immutable.
 *
 * <p>Direction {@code k} of {@code n} is centred on {@code k / n} of the full circle, or of the
 * half circle where a direction and its opposite are the same.
 */
final class DirectionVotes {
  private final int directions;
  private final double perRadian;
  private final ZoneGrid grid;

  DirectionVotes(ZoneGrid grid, int directions, boolean signed) {
    this.grid = grid;
    this.directions = directions;
    this.perRadian = directions / (signed ? 2 * Math.PI : Math.PI);
  }

  /** Adds a gradient; direction {@code k} of zone {@code z} is at {@code from + z * step + k}. */
  void add(int x, int y, float dx, float dy, float magnitude, float[] sums, int from, int step) {
    double angle = Math.atan2(dy, dx) * perRadian;
    int lower = (int) Math.floor(angle);
    float toUpper = (float) (angle - lower);
    int bin = Math.floorMod(lower, directions);
    grid.add(x, y, magnitude * (1 - toUpper), sums, from + bin, step);
    grid.add(x, y, magnitude * toUpper, sums, from + (bin + 1) % directions, step);
  }
}
