package io.github.inkling.evaluation.experiment;

/**
 * A point of a learning curve: how a configuration does that has learned from fewer digits.
 *
 * @param trained number of training digits, a stratified part of all
 * @param judged number of digits it was measured on, those of the first test set
 * @param wrong how many of them were not answered rightly: with another digit, or not at all
 */
public record LearningPoint(int trained, int judged, int wrong) {
  /**
   * The share that was not answered rightly.
   *
   * @return 0 to 1
   */
  public double error() {
    return (double) wrong / judged;
  }
}
