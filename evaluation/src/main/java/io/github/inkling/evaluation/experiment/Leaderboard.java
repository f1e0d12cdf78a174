package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.EvaluationReport;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What came of an experiment: a row for each configuration, and those that failed. Plain data;
 * renderers are apart.
 *
 * @param training what all were trained on
 * @param tests what all were measured on, at least one; the first is the one to rank by
 * @param protocol what was measured of each
 * @param cells in the order of the grid
 * @param failures configurations that came to nothing
 */
public record Leaderboard(
    DataSet training,
    List<DataSet> tests,
    Protocol protocol,
    List<Cell> cells,
    List<Failure> failures) {
  /**
   * Copies the lists.
   *
   * @param training what all were trained on
   * @param tests what all were measured on
   * @param protocol what was measured of each
   * @param cells in the order of the grid
   * @param failures configurations that came to nothing
   * @throws IllegalArgumentException if there is no test set, or a cell was measured on others
   */
  public Leaderboard {
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a leaderboard needs at least one test set, not none");
    }
    for (Cell cell : cells) {
      requireSameTests(cell, tests);
    }
    tests = List.copyOf(tests);
    cells = List.copyOf(cells);
    failures = List.copyOf(failures);
  }

  private static void requireSameTests(Cell cell, List<DataSet> tests) {
    for (Run run : cell.runs()) {
      List<String> measured = run.tests().stream().map(EvaluationReport::dataHash).toList();
      List<String> wanted = tests.stream().map(DataSet::hash).toList();
      if (!measured.equals(wanted)) {
        throw new IllegalArgumentException(
            "%s: was measured on other digits than the leaderboard's %s"
                .formatted(
                    cell.configuration().name(), tests.stream().map(DataSet::name).toList()));
      }
    }
  }

  /**
   * The cells from the best to the worst: by accuracy on the first test set; where it is the same,
   * by log loss, and where that is the same, too, in the order of the grid.
   *
   * <p>To rank by the test set is to report, not to choose: who takes the first of twenty takes
   * some luck along. Choose by {@link Cell#crossValidation}, or on a validation split.
   *
   * @return all cells
   */
  public List<Cell> ranked() {
    return cells.stream()
        .sorted(
            Comparator.comparingDouble((Cell cell) -> -cell.report().accuracy())
                .thenComparingDouble(cell -> cell.report().probabilities().logLoss()))
        .toList();
  }

  /**
   * The cells that no other beats: none is at least as accurate on the first test set and answers a
   * single digit at least as fast (the median), and is better in one of both.
   *
   * @return the Pareto front, in the order of the grid
   */
  public List<Cell> paretoFront() {
    return cells.stream()
        .filter(cell -> cells.stream().noneMatch(other -> dominates(other, cell)))
        .toList();
  }

  private static boolean dominates(Cell other, Cell cell) {
    int accuracy = Double.compare(other.report().accuracy(), cell.report().accuracy());
    int speed = Double.compare(cell.cost().p50Micros(), other.cost().p50Micros());
    return accuracy >= 0 && speed >= 0 && accuracy + speed > 0;
  }

  /**
   * Compares every two cells on a test set: exact McNemar tests, corrected by Holm for their
   * number.
   *
   * @param test the test set's place, from 0
   * @return the tests, by places among the {@link #ranked} cells
   */
  public PairwiseTests comparisons(int test) {
    return PairwiseTests.of(ranked(), test);
  }

  /**
   * The cells whose accuracy on the first test set cannot be told from the best one's, at the level
   * of 5 % over the whole table; the best one among them.
   *
   * @return in the order of {@link #ranked}; none if there are no cells
   */
  public List<Cell> indistinguishableFromBest() {
    List<Cell> ranked = ranked();
    PairwiseTests tests = comparisons(0);
    return IntStream.range(0, ranked.size())
        .filter(place -> place == 0 || !tests.differ(0, place))
        .mapToObj(ranked::get)
        .toList();
  }
}
