package io.github.inkling.classifiers.ensemble;

/** Solves small systems of linear equations with a symmetric matrix that is positive definite. */
final class CholeskySolver {
  /** The least share of the largest pivot that a pivot may be; below, the matrix is made safer. */
  private static final double LEAST_PIVOT = 1e-12;

  private CholeskySolver() {}

  /**
   * Solves {@code A x = b} on some of the variables. Where A is not positive definite, as with two
   * members of one opinion, as little as needed is added to its diagonal.
   *
   * @param a its lower triangle is read
   * @param chosen the rows and columns that take part
   * @return x, one value for each chosen variable
   */
  static double[] solve(double[][] a, double[] b, int[] chosen) {
    double largest = Double.MIN_NORMAL;
    for (int i : chosen) {
      largest = Math.max(largest, Math.abs(a[i][i]));
    }
    double leastPivot = LEAST_PIVOT * largest;
    for (double added = 0; Double.isFinite(added); added = Math.max(10 * added, leastPivot)) {
      double[][] factor = factor(a, chosen, added, leastPivot);
      if (factor != null) {
        return substitute(factor, b, chosen);
      }
    }
    throw new ArithmeticException("a matrix of second derivatives is not finite");
  }

  /** The lower triangle L with {@code L Lᵀ = A + added I}; {@code null} if there is none. */
  private static double[][] factor(double[][] a, int[] chosen, double added, double leastPivot) {
    double[][] l = new double[chosen.length][];
    for (int i = 0; i < chosen.length; i++) {
      l[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = a[chosen[i]][chosen[j]];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (j < i) {
          l[i][j] = sum / l[j][j];
        } else if (sum + added > leastPivot) {
          l[i][i] = Math.sqrt(sum + added);
        } else {
          return null;
        }
      }
    }
    return l;
  }

  private static double[] substitute(double[][] l, double[] b, int[] chosen) {
    double[] x = new double[chosen.length];
    for (int i = 0; i < x.length; i++) {
      double sum = b[chosen[i]];
      for (int k = 0; k < i; k++) {
        sum -= l[i][k] * x[k];
      }
      x[i] = sum / l[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= l[k][i] * x[k];
      }
      x[i] /= l[i][i];
    }
    return x;
  }
}
