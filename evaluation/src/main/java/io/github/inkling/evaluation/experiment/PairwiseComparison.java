package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.significance.HolmCorrection;
import io.github.inkling.evaluation.significance.McNemarTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether two cells differ by more than chance on the same test digits.
 *
 * @param first place of a cell in {@link Leaderboard#cells}
 * @param second place of a later one
 * @param test the exact McNemar test of their answers
 * @param adjustedP its p-value after Holm's correction for all pairs of the table, 0 to 1
 */
public record PairwiseComparison(int first, int second, McNemarTest test, double adjustedP) {
  /** At most this adjusted p-value is called a significant difference. */
  public static final double LEVEL = 0.05;

  /**
   * Whether the difference is significant at the level of 5 %, over the whole table.
   *
   * @return true if it is
   */
  public boolean isSignificant() {
    return adjustedP <= LEVEL;
  }

  /** All pairs of cells on one test set, by first and then by second. */
  static List<PairwiseComparison> of(List<Cell> cells, int test) {
    List<boolean[]> right = cells.stream().map(cell -> right(cell.report(test).answers())).toList();
    List<int[]> pairs = new ArrayList<>();
    List<McNemarTest> tests = new ArrayList<>();
    for (int first = 0; first < right.size(); first++) {
      for (int second = first + 1; second < right.size(); second++) {
        pairs.add(new int[] {first, second});
        tests.add(McNemarTest.of(right.get(first), right.get(second)));
      }
    }
    List<Double> adjusted =
        HolmCorrection.of(tests.stream().mapToDouble(McNemarTest::pValue).toArray()).adjusted();
    return IntStream.range(0, pairs.size())
        .mapToObj(
            i ->
                new PairwiseComparison(
                    pairs.get(i)[0], pairs.get(i)[1], tests.get(i), adjusted.get(i)))
        .toList();
  }

  private static boolean[] right(Answers answers) {
    boolean[] right = new boolean[answers.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = answers.isRight(i);
    }
    return right;
  }
}
