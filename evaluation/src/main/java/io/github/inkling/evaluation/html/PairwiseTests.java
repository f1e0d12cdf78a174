package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.significance.HolmCorrection;
import io.github.inkling.evaluation.significance.McNemarTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which cells differ by more than chance on the first test set: exact McNemar tests of all pairs,
 * adjusted together by Holm's correction.
 */
final class PairwiseTests {
  /** Differences are significant up to this adjusted p-value. */
  static final double LEVEL = 0.05;

  private final List<BitSet> right;
  private final List<Double> adjusted;

  private PairwiseTests(List<BitSet> right, List<Double> adjusted) {
    this.right = right;
    this.adjusted = adjusted;
  }

  /** Tests each cell against each other. */
  static PairwiseTests of(List<Cell> cells) {
    List<BitSet> right = cells.stream().map(cell -> right(cell.report().answers())).toList();
    List<Double> pValues = new ArrayList<>();
    for (int second = 1; second < right.size(); second++) {
      for (int first = 0; first < second; first++) {
        pValues.add(
            new McNemarTest(
                    only(right.get(first), right.get(second)),
                    only(right.get(second), right.get(first)))
                .pValue());
      }
    }
    return new PairwiseTests(right, new HolmCorrection(pValues).adjusted());
  }

  /** How many digits one cell answers rightly and another does not. */
  int onlyRight(int cell, int other) {
    return only(right.get(cell), right.get(other));
  }

  /** The places of the digits that one cell answers rightly and another does not, ascending. */
  List<Integer> placesOnlyRight(int cell, int other) {
    BitSet only = (BitSet) right.get(cell).clone();
    only.andNot(right.get(other));
    return only.stream().boxed().toList();
  }

  /** The adjusted p-value of two different cells. */
  double pValue(int cell, int other) {
    int second = Math.max(cell, other);
    return adjusted.get(second * (second - 1) / 2 + Math.min(cell, other));
  }

  boolean differ(int cell, int other) {
    return pValue(cell, other) <= LEVEL;
  }

  private static BitSet right(Answers answers) {
    BitSet right = new BitSet(answers.size());
    IntStream.range(0, answers.size()).filter(answers::isRight).forEach(right::set);
    return right;
  }

  private static int only(BitSet right, BitSet other) {
    BitSet only = (BitSet) right.clone();
    only.andNot(other);
    return only.cardinality();
  }
}
