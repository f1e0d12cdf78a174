package io.github.inkling.evaluation;

import io.github.inkling.core.model.SettingRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Leaves points of a line out, so that its shape stays: always the one that makes the smallest
 * triangle with its neighbours (Visvalingam and Whyatt, "Line generalisation by repeated
 * elimination of points", The Cartographic Journal 30, 1993).
 */
final class LineGeneralisation {
  /** Distance of two points that can be seen, where the axes go from 0 to 1. */
  private static final double SEEN = 1e-3;

  private final double[] x;
  private final double[] y;
  private final int[] previous;
  private final int[] next;
  private final double[] area;

  /** May hold old areas of points, too, which are passed over. */
  private final PriorityQueue<Corner> corners =
      new PriorityQueue<>(Comparator.comparingDouble(Corner::area).thenComparingInt(Corner::index));

  private record Corner(int index, double area) {}

  private LineGeneralisation(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    previous = new int[x.length];
    next = new int[x.length];
    area = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      previous[i] = i - 1;
      next[i] = i + 1;
    }
    for (int i = 1; i < x.length - 1; i++) {
      measure(i);
    }
  }

  /**
   * Some points of a line, the first and the last among them.
   *
   * @param line the points, in their order
   * @param x their abscissa
   * @param y their ordinate
   * @param most how many at most, at least 2
   */
  static <T> List<T> of(List<T> line, ToDoubleFunction<T> x, ToDoubleFunction<T> y, int most) {
    SettingRange.require("the number of points", most, 2, Integer.MAX_VALUE);
    if (line.size() <= most) {
      return line;
    }
    List<T> apart = apart(line, x, y);
    List<T> candidates = apart.size() < most ? line : apart;
    LineGeneralisation rest =
        new LineGeneralisation(
            candidates.stream().mapToDouble(x).toArray(),
            candidates.stream().mapToDouble(y).toArray());
    rest.remove(candidates.size() - most);
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i = rest.next[i]) {
      kept.add(candidates.get(i));
    }
    return List.copyOf(kept);
  }

  /** Leaves out what nobody could see beside the point before: of ten thousand, most. */
  private static <T> List<T> apart(List<T> line, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
    List<T> apart = new ArrayList<>();
    T last = null;
    for (T point : line) {
      if (last == null
          || Math.abs(x.applyAsDouble(point) - x.applyAsDouble(last)) >= SEEN
          || Math.abs(y.applyAsDouble(point) - y.applyAsDouble(last)) >= SEEN) {
        apart.add(point);
        last = point;
      }
    }
    T end = line.get(line.size() - 1);
    if (last != end) {
      apart.add(end);
    }
    return apart;
  }

  private void remove(int count) {
    int removed = 0;
    while (removed < count) {
      Corner smallest = corners.remove();
      int index = smallest.index();
      if (smallest.area() == area[index]) {
        area[index] = Double.NaN;
        next[previous[index]] = next[index];
        previous[next[index]] = previous[index];
        measure(previous[index]);
        measure(next[index]);
        removed++;
      }
    }
  }

  private void measure(int index) {
    int a = previous[index];
    int b = next[index];
    if (a >= 0 && b < x.length) {
      area[index] =
          Math.abs((x[a] - x[index]) * (y[b] - y[index]) - (x[b] - x[index]) * (y[a] - y[index]));
      corners.add(new Corner(index, area[index]));
    }
  }
}
