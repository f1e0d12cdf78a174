package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A few orthogonal axes along which digits differ most. A digit's coordinates are its places on the
 * axes and, as one more, the length of what sticks out of them: two digits are never farther apart
 * by these coordinates than by all features, since {@code |a - b|² = |pa - pb|² + |ra - rb|²},
 * where p is the part along the axes and r the rest, and {@code |ra - rb| >= ||ra| - |rb||}.
 */
final class PrincipalAxes {
  private static final double FLOAT_UNIT = Math.ulp(1f) / 2;
  private static final double DOUBLE_UNIT = Math.ulp(1.0) / 2;

  private final float[] center;
  private final double[] axes;
  private final int count;

  private PrincipalAxes(float[] center, double[] axes) {
    this.center = center;
    this.axes = axes;
    this.count = axes.length / center.length;
  }

  /** The axes of digits, or of a sample if they are many; at most as many as there are features. */
  static PrincipalAxes of(FeatureMatrix digits, int most) {
    float[] center = mean(digits);
    int count = Math.min(most, digits.columns());
    double[][] directions = SubspaceIteration.directions(digits, center, count, () -> {});
    double[] axes = new double[center.length * count];
    Arrays.setAll(axes, i -> directions[i % count][i / count]);
    return new PrincipalAxes(center, axes);
  }

  /**
   * Reads axes; whether they are orthogonal, which only a search that must be exact relies on, is
   * not checked.
   *
   * @param columns number of features
   * @throws IllegalArgumentException if an array is missing or has another shape
   */
  static PrincipalAxes restore(ModelState state, int columns) {
    int[] shape = state.shape("axes");
    // Coordinates of all training digits are computed: many axes of few features would fill memory.
    if (shape.length != 2 || shape[1] < 1 || shape[1] > columns) {
      throw new IllegalArgumentException(
          "the knn's array 'axes' should have %d rows and 1 to %d columns, but its shape is %s"
              .formatted(columns, columns, Arrays.toString(shape)));
    }
    return new PrincipalAxes(
        state.floats("center", columns), state.doubles("axes", columns, shape[1]));
  }

  /** The arrays that {@link #restore} reads. */
  Map<String, ModelArray> arrays() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("center", ModelArray.of(center, center.length));
    arrays.put("axes", ModelArray.of(axes, center.length, count));
    return arrays;
  }

  /** Number of a digit's coordinates: one for each axis, and one for the rest. */
  int coordinates() {
    return count + 1;
  }

  /**
   * Computes a digit's coordinates.
   *
   * @param values features, from {@code offset} on
   * @param target filled with coordinates from {@code at} on
   * @return the digit's distance from the center
   */
  double project(float[] values, int offset, float[] target, int at) {
    double[] places = new double[count];
    double squares = 0;
    for (int f = 0; f < center.length; f++) {
      float value = values[offset + f] - center[f];
      squares += (double) value * value;
      for (int axis = 0; axis < count; axis++) {
        places[axis] += value * axes[f * count + axis];
      }
    }
    double rest = squares;
    for (int axis = 0; axis < count; axis++) {
      rest -= places[axis] * places[axis];
      target[at + axis] = (float) places[axis];
    }
    target[at + count] = (float) Math.sqrt(Math.max(0, rest));
    return Math.sqrt(squares);
  }

  /**
   * How far, at most, the computed coordinates of a digit are from the true ones, as a distance.
   * One float rounding for the subtraction of the center, one for the coordinates; the sums in
   * doubles and what the axes lack of orthogonality are off by some {@code n (count + 1)} units
   * (Higham, "Accuracy and Stability of Numerical Algorithms", sections 3.1 and 19.8), and the
   * square root of the rest turns an error e of its square into one of {@code sqrt(e)} at most.
   *
   * @param length the digit's distance from the center
   */
  double error(double length) {
    double sums = 4 * DOUBLE_UNIT * (center.length + 10.0) * (count + 1);
    return (3 * FLOAT_UNIT + 2 * Math.sqrt(sums)) * length + coordinates() * Float.MIN_NORMAL;
  }

  /** Rounded, which does no harm: any center will do. */
  private static float[] mean(FeatureMatrix digits) {
    double[] means = ColumnMoments.means(digits);
    float[] mean = new float[means.length];
    for (int f = 0; f < mean.length; f++) {
      mean[f] = (float) means[f];
    }
    return mean;
  }
}
