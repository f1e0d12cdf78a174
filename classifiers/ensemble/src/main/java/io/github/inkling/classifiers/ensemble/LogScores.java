package io.github.inkling.classifiers.ensemble;

/** Scores of classes whose exponentials are in proportion to their probabilities. */
final class LogScores {
  private LogScores() {}

  /**
   * Turns scores into probabilities, in place.
   *
   * @param scores at least one of them finite; negative infinity for a class that is ruled out
   * @return the logarithm of the sum of their exponentials
   */
  static double normalize(double[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - largest);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return largest + Math.log(sum);
  }
}
