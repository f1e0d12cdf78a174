package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.SplittableRandom;

/**
 * Directions in which digits lie farthest from a center, by orthogonal iteration from a random
 * start: a random subspace is multiplied by the second moments of a sample and made orthonormal
 * again, a few times over (Halko, Martinsson and Tropp, "Finding Structure with Randomness", SIAM
 * Review 53, 2011, algorithm 4.4). The moments are never formed, so that the width of the features
 * hardly matters.
 */
final class SubspaceIteration {
  private static final int ROUNDS = 5;
  private static final int SAMPLE_ROWS = 4096;
  private static final int SAMPLE_VALUES = 1 << 24;

  /** What is left of a direction after the others are taken out of it is rounding, below this. */
  private static final double DEPENDENT = 1e-6;

  /** Rounds, and once more at the end. */
  static final int ORTHONORMALIZATIONS = ROUNDS + 1;

  private final int columns;
  private final int count;
  private final Runnable step;
  private final SplittableRandom random = new SplittableRandom(0);

  private SubspaceIteration(int columns, int count, Runnable step) {
    this.columns = columns;
    this.count = count;
    this.step = step;
  }

  /**
   * Finds directions.
   *
   * @param center is subtracted from every digit
   * @param count how many directions
   * @param step called {@code count} times in each of {@value #ORTHONORMALIZATIONS}
   *     orthonormalisations; may throw
   * @return as many rows of unit length, orthogonal in doubles; or of zeros, where the digits have
   *     fewer dimensions
   */
  static double[][] directions(FeatureMatrix digits, float[] center, int count, Runnable step) {
    return new SubspaceIteration(digits.columns(), count, step).iterate(sample(digits, center));
  }

  private double[][] iterate(float[] sample) {
    int rows = sample.length / columns;
    double[][] directions = randomStart();
    try (NativeArena arena = new NativeArena()) {
      NativeMatrix digits = arena.copyOf(sample, rows, columns);
      NativeMatrix basis = arena.matrix(columns, count);
      NativeMatrix coordinates = arena.matrix(rows, count);
      for (int round = 0; round < ROUNDS; round++) {
        orthonormalize(directions, true);
        basis.write(transposed(directions), 0, columns * count);
        NativeMatrix.rowsByColumnsInParallel(digits, rows, basis, coordinates);
        NativeMatrix.columnsByColumnsInParallel(digits, coordinates, rows, basis);
        directions = rowsOf(basis);
      }
    }
    orthonormalize(directions, false);
    return directions;
  }

  private double[][] randomStart() {
    double[][] start = new double[count][columns];
    for (double[] direction : start) {
      randomize(direction);
    }
    return start;
  }

  private void randomize(double[] direction) {
    for (int f = 0; f < columns; f++) {
      direction[f] = random.nextDouble() - 0.5;
    }
  }

  /** Evenly spaced digits, divided by their largest value, so that squares fit into floats. */
  private static float[] sample(FeatureMatrix digits, float[] center) {
    int columns = digits.columns();
    int rows = Math.min(digits.rows(), Math.min(SAMPLE_ROWS, 1 + SAMPLE_VALUES / columns));
    float[] sample = new float[rows * columns];
    float largest = Float.MIN_NORMAL;
    for (int i = 0; i < sample.length; i++) {
      int row = (int) ((long) (i / columns) * digits.rows() / rows);
      sample[i] = digits.at(row, i % columns) - center[i % columns];
      largest = Math.max(largest, Math.abs(sample[i]));
    }
    for (int i = 0; i < sample.length; i++) {
      sample[i] /= largest;
    }
    return sample;
  }

  /**
   * Gram-Schmidt, every direction twice, which is enough (Giraud, Langou and Rozloznik, "The loss
   * of orthogonality in the Gram-Schmidt orthogonalization process", 2005).
   *
   * @param anew whether a direction that depends on those before it, up to rounding, starts anew at
   *     random, or becomes zero
   */
  private void orthonormalize(double[][] directions, boolean anew) {
    for (int i = 0; i < directions.length; i++) {
      step.run();
      if (!isMadeIndependent(directions, i) && anew) {
        randomize(directions[i]);
        isMadeIndependent(directions, i);
      }
    }
  }

  /** Makes a direction orthonormal to those before it; false, and zeros, if it depends on them. */
  private static boolean isMadeIndependent(double[][] directions, int i) {
    double before = scaleToUnit(directions[i], 0);
    for (int pass = 0; before > 0 && pass < 2; pass++) {
      for (int j = 0; j < i; j++) {
        double along = dot(directions[i], directions[j]);
        for (int f = 0; f < directions[i].length; f++) {
          directions[i][f] -= along * directions[j][f];
        }
      }
      before = scaleToUnit(directions[i], DEPENDENT);
    }
    return before > 0;
  }

  /** Scales to length 1, or to 0 if there is not more than a least length; returns the old one. */
  private static double scaleToUnit(double[] direction, double least) {
    double length = Math.sqrt(dot(direction, direction));
    double factor = length > least ? 1 / length : 0;
    for (int f = 0; f < direction.length; f++) {
      direction[f] *= factor;
    }
    return factor == 0 ? 0 : length;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      sum += a[f] * b[f];
    }
    return sum;
  }

  private float[] transposed(double[][] directions) {
    float[] values = new float[columns * count];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) directions[i % count][i / count];
    }
    return values;
  }

  private double[][] rowsOf(NativeMatrix basis) {
    float[] values = new float[columns * count];
    basis.read(values, 0, values.length);
    double[][] rows = new double[count][columns];
    for (int i = 0; i < values.length; i++) {
      rows[i % count][i / count] = values[i];
    }
    return rows;
  }
}
