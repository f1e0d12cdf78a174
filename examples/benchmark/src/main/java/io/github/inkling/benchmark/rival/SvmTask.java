package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;

/**
 * What every SVM of a comparison is told.
 *
 * @param c soft-margin penalty, above 0
 * @param gamma of the kernel {@code exp(-gamma |a - b|²)}, above 0
 */
public record SvmTask(double c, double gamma) {
  /** At which every solver stops: largest violation of the optimality conditions. */
  static final double TOLERANCE = 1e-3;

  /**
   * Checks the settings.
   *
   * @param c above 0
   * @param gamma above 0
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public SvmTask {
    SettingRange.requirePositive("c", c);
    SettingRange.requirePositive("gamma", gamma);
  }

  @Override
  public String toString() {
    return "SVM, RBF, C = %s, gamma = %s"
        .formatted(PlainNumber.format(c), PlainNumber.format(gamma));
  }
}
