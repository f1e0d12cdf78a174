package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.significance.HolmCorrection;
import io.github.inkling.evaluation.significance.McNemarTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether cells differ by more than chance: for every two of them the exact McNemar test of their
 * answers to the same digits, corrected by Holm for the number of pairs. Cells are named by their
 * places among those that were given. Immutable.
 */
public final class PairwiseTests {
  /** Differences are significant up to this adjusted p-value. */
  public static final double LEVEL = 0.05;

  private final List<BitSet> right;
  private final List<Double> adjusted;

  private PairwiseTests(List<BitSet> right, List<Double> adjusted) {
    this.right = right;
    this.adjusted = adjusted;
  }

  /**
   * Tests each cell against each other.
   *
   * @param cells measured on the same digits
   * @param test the test set's place, from 0
   * @return a test for every two of them
   */
  public static PairwiseTests of(List<Cell> cells, int test) {
    List<BitSet> right = cells.stream().map(cell -> right(cell.report(test).answers())).toList();
    List<Double> pValues = new ArrayList<>();
    for (int second = 1; second < right.size(); second++) {
      for (int first = 0; first < second; first++) {
        pValues.add(mcNemar(right.get(first), right.get(second)).pValue());
      }
    }
    return new PairwiseTests(right, new HolmCorrection(pValues).adjusted());
  }

  /**
   * The test of two cells.
   *
   * @param first a cell's place
   * @param second another one's
   * @return the counts of digits that one of them alone answers rightly, and the p-value as it is
   */
  public McNemarTest test(int first, int second) {
    return mcNemar(right.get(first), right.get(second));
  }

  /**
   * The p-value of two different cells after Holm's correction over all pairs.
   *
   * @param first a cell's place
   * @param second another one's
   * @return 0 to 1
   */
  public double adjustedP(int first, int second) {
    int later = Math.max(first, second);
    return adjusted.get(later * (later - 1) / 2 + Math.min(first, second));
  }

  /**
   * Whether two cells differ significantly.
   *
   * @param first a cell's place
   * @param second another one's
   * @return true if the adjusted p-value is at most {@value #LEVEL}
   */
  public boolean differ(int first, int second) {
    return adjustedP(first, second) <= LEVEL;
  }

  /**
   * The digits that one cell answers rightly and another does not.
   *
   * @param cell a cell's place
   * @param other another one's
   * @return places in the test set, ascending
   */
  public List<Integer> placesOnlyRight(int cell, int other) {
    return only(right.get(cell), right.get(other)).stream().boxed().toList();
  }

  private static McNemarTest mcNemar(BitSet first, BitSet second) {
    return new McNemarTest(only(first, second).cardinality(), only(second, first).cardinality());
  }

  private static BitSet right(Answers answers) {
    BitSet right = new BitSet(answers.size());
    IntStream.range(0, answers.size()).filter(answers::isRight).forEach(right::set);
    return right;
  }

  private static BitSet only(BitSet right, BitSet other) {
    BitSet only = (BitSet) right.clone();
    only.andNot(other);
    return only;
  }
}
