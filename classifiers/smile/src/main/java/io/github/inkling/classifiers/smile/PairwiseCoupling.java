package io.github.inkling.classifiers.smile;

import java.util.Arrays;

/**
 * Probabilities of k classes from those of all pairs: the second method of Wu, Lin and Weng,
 * "Probability Estimates for Multi-class Classification by Pairwise Coupling", JMLR 5, 2004. It
 * minimises {@code Σ_i Σ_{j≠i} (r_ji p_i - r_ij p_j)²} over all distributions by the iteration of
 * their Algorithm 2.
 */
final class PairwiseCoupling {
  private static final int MAX_ITERATIONS = 1000;
  private static final double SMALLEST = 1e-7;

  private PairwiseCoupling() {}

  /**
   * Couples.
   *
   * @param pairs {@code pairs[i][j]} is the probability of class i given that it is i or j; the
   *     diagonal and the lower half are not read
   * @return k probabilities that sum to 1
   */
  static double[] couple(double[][] pairs) {
    int k = pairs.length;
    double[][] q = quadraticForm(pairs);
    double[] p = new double[k];
    Arrays.fill(p, 1.0 / k);
    double[] qp = new double[k];
    double tolerance = 1e-9 / k;
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      double pqp = multiply(q, p, qp);
      if (isOptimal(qp, pqp, tolerance)) {
        break;
      }
      for (int t = 0; t < k; t++) {
        double step = (pqp - qp[t]) / q[t][t];
        double scale = 1 / (1 + step);
        p[t] += step;
        pqp = (pqp + step * (step * q[t][t] + 2 * qp[t])) * scale * scale;
        for (int j = 0; j < k; j++) {
          qp[j] = (qp[j] + step * q[t][j]) * scale;
          p[j] *= scale;
        }
      }
    }
    return normalize(p);
  }

  /** Q of equation (22): sums of squares on the diagonal, negative products beside it. */
  private static double[][] quadraticForm(double[][] pairs) {
    int k = pairs.length;
    double[][] q = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        double r = Math.min(Math.max(pairs[i][j], SMALLEST), 1 - SMALLEST);
        q[i][i] += (1 - r) * (1 - r);
        q[j][j] += r * r;
        q[i][j] = -r * (1 - r);
        q[j][i] = q[i][j];
      }
    }
    return q;
  }

  private static double multiply(double[][] q, double[] p, double[] qp) {
    double pqp = 0;
    for (int t = 0; t < p.length; t++) {
      double sum = 0;
      for (int j = 0; j < p.length; j++) {
        sum += q[t][j] * p[j];
      }
      qp[t] = sum;
      pqp += p[t] * sum;
    }
    return pqp;
  }

  private static boolean isOptimal(double[] qp, double pqp, double tolerance) {
    for (double value : qp) {
      if (Math.abs(value - pqp) > tolerance) {
        return false;
      }
    }
    return true;
  }

  private static double[] normalize(double[] p) {
    double sum = 0;
    for (int t = 0; t < p.length; t++) {
      p[t] = Math.max(0, p[t]);
      sum += p[t];
    }
    for (int t = 0; t < p.length; t++) {
      p[t] /= sum;
    }
    return p;
  }
}
