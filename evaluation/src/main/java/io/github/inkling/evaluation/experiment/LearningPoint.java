package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.model.SettingRange;

/**
 * A point of a learning curve: how a configuration does that has learned from fewer digits.
 *
 * @param trained number of training digits, a stratified part of all
 * @param judged number of digits it was measured on, those of the first test set
 * @param wrong how many of them were not answered rightly: with another digit, or not at all
 */
public record LearningPoint(int trained, int judged, int wrong) {
  /**
   * Checks the numbers.
   *
   * @param trained at least 1
   * @param judged at least 1
   * @param wrong 0 to {@code judged}
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public LearningPoint {
    SettingRange.require("trained", trained, 1, Integer.MAX_VALUE);
    SettingRange.require("judged", judged, 1, Integer.MAX_VALUE);
    SettingRange.require("wrong", wrong, 0, judged);
  }

  /**
   * The share that was not answered rightly.
   *
   * @return 0 to 1
   */
  public double error() {
    return (double) wrong / judged;
  }
}
