package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;

/** The sum of the features' variances: the mean squared distance of the digits from their mean. */
final class TotalVariance {
  private TotalVariance() {}

  static double of(FeatureMatrix digits) {
    int columns = digits.columns();
    double[] mean = new double[columns];
    for (int row = 0; row < digits.rows(); row++) {
      for (int f = 0; f < columns; f++) {
        mean[f] += digits.at(row, f);
      }
    }
    for (int f = 0; f < columns; f++) {
      mean[f] /= digits.rows();
    }
    double sum = 0;
    for (int row = 0; row < digits.rows(); row++) {
      for (int f = 0; f < columns; f++) {
        double deviation = digits.at(row, f) - mean[f];
        sum += deviation * deviation;
      }
    }
    return sum / digits.rows();
  }
}
