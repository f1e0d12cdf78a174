package io.github.inkling.classifiers.ensemble;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the least value of a convex function of variables that have lower bounds: Newton's method
 * on the variables that are free, while those at their bound that would leave it downwards stay.
 * Bertsekas, "Projected Newton methods for optimization problems with simple constraints", SIAM J.
 * Control and Optimization 20, 1982. Deterministic, and never worse than where it starts.
 */
final class ProjectedNewton {
  private static final int MAX_STEPS = 200;
  private static final double TOLERANCE = 1e-10;
  private static final double NEAR_BOUND = 1e-6;

  /** The share of the decrease that the slope promises with which a step is content (Armijo). */
  private static final double SUFFICIENT = 1e-4;

  private static final double SHORTEST_STEP = 1e-12;

  private final ConvexFunction function;
  private final double bound;

  /**
   * Prepares a search.
   *
   * @param bound the lower bound of every variable; may be negative infinity
   */
  ProjectedNewton(ConvexFunction function, double bound) {
    this.function = function;
    this.bound = bound;
  }

  /**
   * Searches.
   *
   * @param start a point within the bounds where the function is finite
   * @return the point of the least value, as near as rounding allows
   */
  double[] minimize(double[] start) {
    double[] point = start.clone();
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] gradient = new double[point.length];
      double[][] hessian = new double[point.length][point.length];
      function.derivatives(point, gradient, hessian);
      double distance = distanceToStationary(point, gradient);
      if (distance <= TOLERANCE) {
        return point;
      }
      double[] direction = direction(point, gradient, hessian, Math.min(NEAR_BOUND, distance));
      double[] next = descend(point, gradient, direction);
      if (next == null) {
        return point;
      }
      point = next;
    }
    return point;
  }

  /** How far a step against the gradient would lead within the bounds. */
  private double distanceToStationary(double[] point, double[] gradient) {
    double farthest = 0;
    for (int i = 0; i < point.length; i++) {
      farthest = Math.max(farthest, Math.abs(point[i] - project(point[i] - gradient[i])));
    }
    return farthest;
  }

  private double[] direction(
      double[] point, double[] gradient, double[][] hessian, double nearness) {
    double[] direction = new double[point.length];
    int[] free =
        IntStream.range(0, point.length)
            .filter(i -> point[i] - bound > nearness || gradient[i] <= 0)
            .toArray();
    Arrays.setAll(direction, i -> -gradient[i]);
    double[] newton = CholeskySolver.solve(hessian, gradient, free);
    for (int i = 0; i < free.length; i++) {
      direction[free[i]] = -newton[i];
    }
    return direction;
  }

  /** Halves the step until it leads down far enough; {@code null} if none does. */
  private double[] descend(double[] point, double[] gradient, double[] direction) {
    double value = function.value(point);
    for (double length = 1; length >= SHORTEST_STEP; length /= 2) {
      double[] next = new double[point.length];
      double promised = 0;
      for (int i = 0; i < point.length; i++) {
        next[i] = project(point[i] + length * direction[i]);
        promised += gradient[i] * (next[i] - point[i]);
      }
      if (promised < 0 && function.value(next) <= value + SUFFICIENT * promised) {
        return next;
      }
    }
    return null;
  }

  private double project(double value) {
    return Math.max(bound, value);
  }
}
