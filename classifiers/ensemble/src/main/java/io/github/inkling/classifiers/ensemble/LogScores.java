package io.github.inkling.classifiers.ensemble;

/** Scores of classes whose exponentials are in proportion to their probabilities. */
final class LogScores {
  /** The weight of a member's log probability of a class. */
  @FunctionalInterface
  interface Weights {
    double of(int member, int label);
  }

  private LogScores() {}

  /**
   * Adds up what members say of a digit.
   *
   * @param biases what the score of each class begins with
   * @return ten probabilities; a class that every member rules out has 0
   */
  static double[] combine(MemberAnswers answers, int digit, double[] biases, Weights weights) {
    double[] scores = biases.clone();
    for (int k = 0; k < scores.length; k++) {
      if (answers.isPossible(digit, k)) {
        for (int m = 0; m < answers.members(); m++) {
          scores[k] += weights.of(m, k) * answers.logProbability(m, digit, k);
        }
      } else {
        scores[k] = Double.NEGATIVE_INFINITY;
      }
    }
    normalize(scores);
    return scores;
  }

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
