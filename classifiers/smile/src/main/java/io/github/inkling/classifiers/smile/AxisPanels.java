package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The coordinates of all training digits along {@link PrincipalAxes}, in panels of neighbouring
 * digits, a panel axis by axis. One row more holds {@code -|b|² / 2} of the coordinates b, so that
 * a panel's product with a digit's coordinates a and a 1 is the digits' score {@code a·b - |b|² / 2
 * = (|a|² - |a - b|²) / 2}: the larger, the nearer.
 */
final class AxisPanels {
  private static final int PANEL = 2048;
  private static final double FLOAT_UNIT = Math.ulp(1f) / 2;

  private final PrincipalAxes axes;
  private final int digits;
  private final float[][] panels;
  private final double largestNorm;
  private final double error;

  AxisPanels(PrincipalAxes axes, FeatureMatrix training) {
    this.axes = axes;
    this.digits = training.rows();
    this.panels = new float[(digits + PANEL - 1) / PANEL][];
    double[] lengths = new double[panels.length];
    IntStream.range(0, panels.length).parallel().forEach(p -> lengths[p] = fill(p, training));
    double largest = 0;
    for (double length : lengths) {
      largest = Math.max(largest, length);
    }
    this.error = axes.error(largest);
    this.largestNorm = largest + error;
  }

  /** Number of factors of a score: the coordinates, and the 1. */
  int width() {
    return axes.coordinates() + 1;
  }

  /** Number of panels. */
  int count() {
    return panels.length;
  }

  /** The first training digit of a panel. */
  int first(int panel) {
    return panel * PANEL;
  }

  /** Number of training digits of a panel. */
  int height(int panel) {
    return Math.min(PANEL, digits - first(panel));
  }

  /** Number of training digits of the highest panel. */
  int highest() {
    return height(0);
  }

  /** A panel's values, {@link #width()} rows of {@link #height}; not to be written. */
  float[] panel(int panel) {
    return panels[panel];
  }

  /** A digit's place among the training digits. */
  PanelQuery query(float[] values, int offset) {
    float[] factors = new float[width()];
    double length = axes.project(values, offset, factors, 0);
    double norm = squaredNorm(factors, width() - 1);
    factors[width() - 1] = 1;
    return new PanelQuery(
        factors, norm, axes.error(length) + error, roundingError(Math.sqrt(norm)));
  }

  /** Scores of all training digits of a panel, for a single digit faster than a matrix product. */
  void score(PanelQuery query, int panel, float[] scores) {
    float[] values = panels[panel];
    int height = height(panel);
    Arrays.fill(scores, 0, height, 0);
    int row = 0;
    for (; row + 3 < width(); row += 4) {
      addFour(query.factors(), row, values, height, scores);
    }
    for (; row < width(); row++) {
      float factor = query.factors()[row];
      int at = row * height;
      for (int i = 0; i < height; i++) {
        scores[i] += factor * values[at + i];
      }
    }
  }

  /** Four rows at a time, so that the scores are read and written less often. */
  private static void addFour(
      float[] factors, int row, float[] values, int height, float[] scores) {
    float f0 = factors[row];
    float f1 = factors[row + 1];
    float f2 = factors[row + 2];
    float f3 = factors[row + 3];
    int at0 = row * height;
    int at1 = at0 + height;
    int at2 = at1 + height;
    int at3 = at2 + height;
    for (int i = 0; i < height; i++) {
      scores[i] +=
          f0 * values[at0 + i] + f1 * values[at1 + i] + f2 * values[at2 + i] + f3 * values[at3 + i];
    }
  }

  /** Returns the largest distance of its digits from the center. */
  private double fill(int panel, FeatureMatrix training) {
    int height = height(panel);
    float[] values = new float[width() * height];
    float[] row = new float[width()];
    double largest = 0;
    for (int i = 0; i < height; i++) {
      int offset = (first(panel) + i) * training.columns();
      largest = Math.max(largest, axes.project(training.values(), offset, row, 0));
      row[width() - 1] = (float) (-squaredNorm(row, width() - 1) / 2);
      for (int axis = 0; axis < width(); axis++) {
        values[axis * height + i] = row[axis];
      }
    }
    panels[panel] = values;
    return largest;
  }

  /**
   * Bound of a score's error: a sum of m products of floats, in any order, is off by at most {@code
   * m u} times the sum of their magnitudes, to first order (Higham, "Accuracy and Stability of
   * Numerical Algorithms", section 3.1); by Cauchy and Schwarz that is {@code |a||b| + |b|² / 2}.
   */
  private double roundingError(double norm) {
    double magnitudes = norm * largestNorm + largestNorm * largestNorm / 2;
    return 1.1 * (width() + 2) * (FLOAT_UNIT * magnitudes + Float.MIN_NORMAL) + 1e-12 * norm * norm;
  }

  private static double squaredNorm(float[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }
}
