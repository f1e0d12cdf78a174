package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.PairwiseTests;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells from the best to the worst, and what is only seen beside the others.
 *
 * @param board what came of the experiment
 * @param ranked a standing per cell, the best first
 * @param tests of each cell against each other, by their places among the ranked
 */
record Standings(Leaderboard board, List<Standing> ranked, PairwiseTests tests) {
  /** How many cells are worth a colour of their own; the others are faint. */
  static final int COLORS = 5;

  /**
   * One cell.
   *
   * @param place from 0
   * @param cell what was measured
   * @param onFront whether it is on the Pareto front, see {@link Leaderboard#paretoFront}
   * @param likeBest whether it differs from the best by no more than chance would do
   */
  record Standing(int place, Cell cell, boolean onFront, boolean likeBest) {
    int rank() {
      return place + 1;
    }

    /** The rank and the name: cells of the same name stay apart. */
    String name() {
      return rank() + ". " + cell.configuration().name();
    }

    /** The class of its colour in charts. */
    String style() {
      return place < COLORS ? "s" + rank() : "rest";
    }

    double error() {
      return 1 - cell.report().accuracy();
    }
  }

  static Standings of(Leaderboard board) {
    List<Cell> cells = board.ranked();
    PairwiseTests tests = board.comparisons(0);
    List<Cell> front = board.paretoFront();
    List<Standing> ranked =
        IntStream.range(0, cells.size())
            .mapToObj(
                place ->
                    new Standing(
                        place,
                        cells.get(place),
                        front.contains(cells.get(place)),
                        place > 0 && !tests.differ(0, place)))
            .toList();
    return new Standings(board, ranked, tests);
  }

  /** Whether there are several test sets. */
  boolean severalTests() {
    return board.tests().size() > 1;
  }
}
