package io.github.inkling.benchmark;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether what was measured at several points, evenly spaced, grows: the most of the last third is
 * held against the most of the third before, as everything takes its place in the first.
 *
 * @param points what was measured; none if it cannot be
 */
record Growth(List<Long> points) {
  /** Heaps breathe; a matrix of a page that is left behind each time is much more than this. */
  private static final double TOLERANCE = 0.05;

  Growth {
    points = List.copyOf(points);
  }

  boolean isFlat() {
    return points.isEmpty() || after() <= (1 + TOLERANCE) * before();
  }

  private long before() {
    return most(points.size() / 3, 2 * points.size() / 3);
  }

  private long after() {
    return most(2 * points.size() / 3, points.size());
  }

  /** The largest of some points, at least one of them. */
  private long most(int from, int to) {
    int end = Math.max(1, to);
    return Collections.max(points.subList(Math.min(from, end - 1), end));
  }

  @Override
  public String toString() {
    if (points.isEmpty()) {
      return "resident memory is not known here: it is read from Linux's /proc";
    }
    return String.format(
        Locale.ROOT,
        "%s: at most %d MB in the middle third, %d MB in the last",
        isFlat() ? "flat" : "grows",
        before(),
        after());
  }
}
