package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.SettingRange;

/**
 * A kernel with its parameters, computed from inner products. A kernel that does not use a
 * parameter has it all the same, within its range.
 *
 * @param gamma above 0
 * @param degree 1 to {@value #MAX_DEGREE}
 * @param coef0 at least 0; below, the polynomial kernel would not be positive semidefinite
 */
record KernelFunction(KernelType type, double gamma, int degree, double coef0) {
  static final int MAX_DEGREE = 10;

  KernelFunction {
    SettingRange.requirePositive("gamma", gamma);
    SettingRange.require("degree", degree, 1, MAX_DEGREE);
    SettingRange.requireNonNegative("coef0", coef0);
  }

  /**
   * Turns inner products of one vector with several others into kernel values, in place.
   *
   * @param products inner products in, kernel values out
   * @param offset where they begin
   * @param length how many there are
   * @param norm squared norm of the one vector
   * @param norms squared norms of the others
   * @param first the first of the others within {@code norms}
   */
  void apply(float[] products, int offset, int length, float norm, float[] norms, int first) {
    switch (type) {
      case LINEAR -> {}
      case RBF -> rbf(products, offset, length, norm, norms, first);
      case POLY -> poly(products, offset, length);
    }
  }

  private void rbf(float[] products, int offset, int length, float norm, float[] norms, int first) {
    float minusGamma = (float) -gamma;
    for (int i = 0; i < length; i++) {
      float distance = norm + norms[first + i] - 2 * products[offset + i];
      // Rounding may leave the distance of equal vectors slightly below 0.
      products[offset + i] = FastExp.exp(minusGamma * Math.max(0, distance));
    }
  }

  private void poly(float[] products, int offset, int length) {
    float scale = (float) gamma;
    float shift = (float) coef0;
    for (int i = offset; i < offset + length; i++) {
      float base = scale * products[i] + shift;
      float power = base;
      for (int d = 1; d < degree; d++) {
        power *= base;
      }
      products[i] = power;
    }
  }
}
