package io.github.inkling.evaluation.experiment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
   * @throws IllegalArgumentException if there is no test set
   */
  public Leaderboard {
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a leaderboard needs at least one test set, not none");
    }
    tests = List.copyOf(tests);
    cells = List.copyOf(cells);
    failures = List.copyOf(failures);
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
   * @return a comparison per pair; none if there are fewer than two cells
   */
  public List<PairwiseComparison> comparisons(int test) {
    return PairwiseComparison.of(cells, test);
  }

  /**
   * The cells whose accuracy on the first test set cannot be told from the best one's, at the level
   * of 5 % over the whole table; the best one among them.
   *
   * @return in the order of {@link #ranked}; none if there are no cells
   */
  public List<Cell> indistinguishableFromBest() {
    if (cells.isEmpty()) {
      return List.of();
    }
    List<Cell> ranked = ranked();
    int best = cells.indexOf(ranked.get(0));
    Set<Cell> worse = new HashSet<>();
    for (PairwiseComparison pair : comparisons(0)) {
      if (pair.isSignificant() && (pair.first() == best || pair.second() == best)) {
        worse.add(cells.get(pair.first() == best ? pair.second() : pair.first()));
      }
    }
    return ranked.stream().filter(cell -> !worse.contains(cell)).toList();
  }
}
