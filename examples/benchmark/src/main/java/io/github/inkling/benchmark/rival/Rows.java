package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.FeatureMatrix;

/** Digits as arrays of doubles, which is what Smile takes. */
final class Rows {
  private Rows() {}

  static double[][] of(FeatureMatrix digits) {
    double[][] rows = new double[digits.rows()][digits.columns()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < digits.columns(); column++) {
        rows[row][column] = digits.at(row, column);
      }
    }
    return rows;
  }
}
