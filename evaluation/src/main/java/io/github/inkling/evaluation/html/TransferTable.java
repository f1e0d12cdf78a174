package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.DataSet;
import io.github.inkling.evaluation.html.Standings.Standing;
import io.github.inkling.evaluation.html.Table.Column;
import io.github.inkling.evaluation.html.Table.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How what was learned from one data set does on others: a row per cell, a column per test set. */
final class TransferTable {
  private static final int LEVELS = 5;

  /** Stands for no error where one is to be a multiple of it. */
  private static final double LEAST = 1e-4;

  private TransferTable() {}

  static Table of(Standings standings) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.number("Rank", "", ""));
    columns.add(Column.text("Trained on " + standings.board().training().name()));
    for (DataSet test : standings.board().tests()) {
      columns.add(Column.number(test.name(), "error %", Figures.count(test.samples(), "digit")));
    }
    double[] fewest =
        IntStream.range(0, standings.board().tests().size())
            .mapToDouble(test -> fewest(standings, test))
            .toArray();
    List<List<Entry>> rows = new ArrayList<>();
    for (Standing standing : standings.ranked()) {
      List<Entry> row = new ArrayList<>();
      row.add(Entry.number(Integer.toString(standing.rank()), standing.rank()));
      row.add(Entry.link(standing.cell().configuration().name(), "#cell-" + standing.rank()));
      for (int test = 0; test < fewest.length; test++) {
        row.add(
            LeaderboardTable.error(standing.cell().report(test))
                .withStyle("num h" + level(error(standing.cell(), test), fewest[test])));
      }
      rows.add(row);
    }
    return new Table("Errors on each test set", true, columns, rows);
  }

  /** 0 up to twice the fewest errors of the test set, and a level more for each doubling. */
  private static int level(double error, double fewest) {
    double times = Math.max(error, LEAST) / Math.max(fewest, LEAST);
    return (int) Math.min(LEVELS, Math.floor(Math.log(times) / Math.log(2)));
  }

  private static double fewest(Standings standings, int test) {
    return standings.ranked().stream()
        .mapToDouble(standing -> error(standing.cell(), test))
        .min()
        .orElse(0);
  }

  private static double error(Cell cell, int test) {
    return 1 - cell.report(test).accuracy();
  }
}
