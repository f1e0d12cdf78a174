package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;

/** Means and variances of features over the training digits, summed in {@code double}. */
final class ColumnMoments {
  private final double[] means;
  private final double[] variances;
  private final double totalVariance;

  private ColumnMoments(double[] means, double[] variances, double totalVariance) {
    this.means = means;
    this.variances = variances;
    this.totalVariance = totalVariance;
  }

  /** Measures in two passes, which loses no digits when means are large. */
  static ColumnMoments of(FeatureMatrix digits) {
    int columns = digits.columns();
    double[] means = means(digits);
    double[] variances = new double[columns];
    double total = 0;
    for (int row = 0; row < digits.rows(); row++) {
      for (int f = 0; f < columns; f++) {
        double deviation = digits.at(row, f) - means[f];
        variances[f] += deviation * deviation;
        total += deviation * deviation;
      }
    }
    for (int f = 0; f < columns; f++) {
      variances[f] /= digits.rows();
    }
    return new ColumnMoments(means, variances, total / digits.rows());
  }

  /** The means alone, for which one pass is enough. */
  static double[] means(FeatureMatrix digits) {
    double[] means = new double[digits.columns()];
    for (int row = 0; row < digits.rows(); row++) {
      for (int f = 0; f < means.length; f++) {
        means[f] += digits.at(row, f);
      }
    }
    for (int f = 0; f < means.length; f++) {
      means[f] /= digits.rows();
    }
    return means;
  }

  int columns() {
    return means.length;
  }

  double mean(int column) {
    return means[column];
  }

  double variance(int column) {
    return variances[column];
  }

  /** The sum of all variances: the mean squared distance of the digits from their mean. */
  double totalVariance() {
    return totalVariance;
  }
}
