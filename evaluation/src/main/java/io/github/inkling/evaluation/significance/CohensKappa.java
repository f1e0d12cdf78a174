package io.github.inkling.evaluation.significance;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far answers agree with the truth beyond what chance would do: J. Cohen (1960), "A coefficient
 * of agreement for nominal scales", Educational and Psychological Measurement 20(1), 37-46,
 * equation 1.
 *
 * <p>Chance is two independent draws, one of the true classes and one of the answers, each as often
 * as it occurs.
 *
 * @param samples number of answers, at least 1
 * @param observedAgreement share of the answers that agree with the truth, 0 to 1
 * @param expectedAgreement share of the answers that would agree with it by chance, 0 to 1
 */
public record CohensKappa(long samples, double observedAgreement, double expectedAgreement) {
  /**
   * Checks the numbers.
   *
   * @param samples at least 1
   * @param observedAgreement 0 to 1
   * @param expectedAgreement 0 to 1
   * @throws IllegalArgumentException if one is out of range
   */
  public CohensKappa {
    if (samples < 1) {
      throw new IllegalArgumentException("samples must be at least 1, not " + samples);
    }
    requireShare("observedAgreement", observedAgreement);
    requireShare("expectedAgreement", expectedAgreement);
  }

  /**
   * The agreement of answers with the truth.
   *
   * @param counts how often each class was answered with each: rows are the truth, columns the
   *     answers, in the same order of classes, all at least 0 and not all 0. Where there are more
   *     columns than rows, or fewer, the classes without a partner never agree: an eleventh column
   *     may count rejected digits
   * @return the agreement
   * @throws IllegalArgumentException if rows differ in length, a count is negative, or there is no
   *     answer at all
   */
  public static CohensKappa of(int[][] counts) {
    int columns = counts.length == 0 ? 0 : counts[0].length;
    long[] rowSums = new long[counts.length];
    long[] columnSums = new long[columns];
    for (int row = 0; row < counts.length; row++) {
      if (counts[row].length != columns) {
        throw new IllegalArgumentException(
            "counts[%d] must have %d columns, not %d".formatted(row, columns, counts[row].length));
      }
      for (int column = 0; column < columns; column++) {
        int count = counts[row][column];
        if (count < 0) {
          throw new IllegalArgumentException(
              "counts[%d][%d] must be at least 0, not %d".formatted(row, column, count));
        }
        rowSums[row] += count;
        columnSums[column] += count;
      }
    }
    long samples = Arrays.stream(rowSums).sum();
    if (samples == 0) {
      throw new IllegalArgumentException("counts must have at least 1 answer, not 0");
    }
    long agreements = 0;
    double expected = 0;
    for (int label = 0; label < Math.min(counts.length, columns); label++) {
      agreements += counts[label][label];
      expected += (double) rowSums[label] / samples * columnSums[label] / samples;
    }
    // Rounding may carry a sum of shares above the whole.
    return new CohensKappa(samples, (double) agreements / samples, Math.min(1, expected));
  }

  /**
   * The coefficient: the share of what chance leaves to be agreed on that is agreed on.
   *
   * @return at most 1, which is full agreement; 0 is what chance would do, and less than 0 is worse
   *     than that; empty if the expected agreement is 1, as when truth and answers are one class
   */
  public OptionalDouble kappa() {
    return expectedAgreement == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((observedAgreement - expectedAgreement) / (1 - expectedAgreement));
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be in 0..1, not " + share);
    }
  }
}
