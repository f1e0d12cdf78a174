package io.github.inkling.evaluation;

import java.util.Arrays;

/**
 * How many pictures of a digit, and of the others, have at least a probability of that digit, for
 * every probability that occurs. Rejected pictures count as all others do.
 *
 * @param thresholds the probabilities, falling
 * @param truePositives how many pictures of the digit reach each
 * @param falsePositives how many other pictures do
 */
@SuppressWarnings("ArrayRecordComponent") // Seen by two classes alone, which do not change them.
record OneVersusRest(double[] thresholds, int[] truePositives, int[] falsePositives) {
  static OneVersusRest of(Answers answers, int digit) {
    double[] own = new double[answers.size()];
    double[] other = new double[answers.size()];
    int owns = 0;
    int others = 0;
    for (int i = 0; i < answers.size(); i++) {
      double probability = answers.measured(i, digit);
      if (answers.truth(i) == digit) {
        own[owns++] = probability;
      } else {
        other[others++] = probability;
      }
    }
    return sweep(ascending(own, owns), ascending(other, others));
  }

  private static double[] ascending(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** From the largest probability down; equal ones are taken together. */
  private static OneVersusRest sweep(double[] own, double[] other) {
    int all = own.length + other.length;
    double[] thresholds = new double[all];
    int[] truePositives = new int[all];
    int[] falsePositives = new int[all];
    int own0 = own.length;
    int other0 = other.length;
    int count = 0;
    while (own0 > 0 || other0 > 0) {
      double threshold = Math.max(own0 > 0 ? own[own0 - 1] : 0, other0 > 0 ? other[other0 - 1] : 0);
      while (own0 > 0 && own[own0 - 1] >= threshold) {
        own0--;
      }
      while (other0 > 0 && other[other0 - 1] >= threshold) {
        other0--;
      }
      thresholds[count] = threshold;
      truePositives[count] = own.length - own0;
      falsePositives[count] = other.length - other0;
      count++;
    }
    return new OneVersusRest(
        Arrays.copyOf(thresholds, count),
        Arrays.copyOf(truePositives, count),
        Arrays.copyOf(falsePositives, count));
  }

  int size() {
    return thresholds.length;
  }

  /** Number of pictures of the digit. */
  int positives() {
    return size() == 0 ? 0 : truePositives[size() - 1];
  }

  /** Number of other pictures. */
  int negatives() {
    return size() == 0 ? 0 : falsePositives[size() - 1];
  }

  /** Whether there are pictures of both kinds, without which there is nothing to tell apart. */
  boolean hasBoth() {
    return positives() > 0 && negatives() > 0;
  }
}
