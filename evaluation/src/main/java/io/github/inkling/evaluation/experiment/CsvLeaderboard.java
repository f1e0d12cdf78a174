package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.experiment.LeaderboardColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;

/**
 * A leaderboard as CSV, for spreadsheets and programs: a line per cell, the best first. Columns:
 * {@code rank}, {@code features}, {@code classifier}, {@code preprocessing} (empty for the
 * default), {@code pareto} and {@code likeBest} (true if the cell is on the Pareto front, and if it
 * cannot be told from the best one), then the figures with all their digits. What is undefined or
 * was not measured is empty.
 */
public final class CsvLeaderboard {
  private CsvLeaderboard() {}

  /**
   * Renders a leaderboard.
   *
   * @param leaderboard the figures
   * @return lines, each ended by a line feed
   */
  public static String render(Leaderboard leaderboard) {
    List<Column> columns = LeaderboardColumns.of(leaderboard);
    List<Cell> front = leaderboard.paretoFront();
    List<Cell> best = leaderboard.indistinguishableFromBest();
    List<Object> header =
        new ArrayList<>(
            List.of("rank", "features", "classifier", "preprocessing", "pareto", "likeBest"));
    columns.forEach(column -> header.add(column.name()));
    StringBuilder text = new StringBuilder(line(header));
    int rank = 0;
    for (Cell cell : leaderboard.ranked()) {
      Configuration configuration = cell.configuration();
      List<Object> row = new ArrayList<>();
      row.add(++rank);
      row.add(configuration.features().name());
      row.add(configuration.classifier().name());
      row.add(configuration.preprocessing().name());
      row.add(front.contains(cell));
      row.add(best.contains(cell));
      for (Column column : columns) {
        OptionalDouble value = column.value().apply(cell);
        row.add(value.isPresent() ? value.getAsDouble() : "");
      }
      text.append(line(row));
    }
    return text.toString();
  }

  private static String line(List<Object> cells) {
    return CSVFormat.DEFAULT.format(cells.toArray()) + "\n";
  }
}
