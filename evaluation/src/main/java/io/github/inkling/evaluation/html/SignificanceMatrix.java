package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.experiment.PairwiseTests;
import io.github.inkling.evaluation.html.Standings.Standing;
import io.github.inkling.evaluation.significance.McNemarTest;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which cells differ by more than chance, as its template shows it.
 *
 * @param headings the ranks
 * @param rows the cells, the best first
 */
record SignificanceMatrix(List<Integer> headings, List<Row> rows) {
  /**
   * The row of a cell.
   *
   * @param rank its rank
   * @param name its name, without the rank
   * @param entries one per cell
   */
  record Row(int rank, String name, List<Entry> entries) {}

  /**
   * The row's cell beside the column's.
   *
   * @param style {@code "self"}, {@code "differ"} or {@code "alike"}
   * @param pValue adjusted
   * @param counts how many digits the row's gets right and the column's wrong, and the reverse
   * @param hint both in words
   */
  record Entry(String style, String pValue, String counts, String hint) {}

  static SignificanceMatrix of(Standings standings) {
    List<Standing> ranked = standings.ranked();
    return new SignificanceMatrix(
        ranked.stream().map(Standing::rank).toList(),
        ranked.stream()
            .map(
                row ->
                    new Row(
                        row.rank(),
                        row.cell().configuration().name(),
                        IntStream.range(0, ranked.size())
                            .mapToObj(column -> entry(standings.tests(), row.place(), column))
                            .toList()))
            .toList());
  }

  private static Entry entry(PairwiseTests tests, int row, int column) {
    if (row == column) {
      return new Entry("self", "", "", "");
    }
    McNemarTest test = tests.test(row, column);
    int only = test.onlyFirstRight();
    int other = test.onlySecondRight();
    return new Entry(
        tests.differ(row, column) ? "differ" : "alike",
        Figures.pValue(tests.adjustedP(row, column)),
        Figures.count(only) + " : " + Figures.count(other),
        "%s right where %s is wrong: %s; the reverse: %s"
            .formatted(row + 1, column + 1, Figures.count(only), Figures.count(other)));
  }
}
