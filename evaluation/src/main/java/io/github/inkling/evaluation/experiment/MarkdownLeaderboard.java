package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.experiment.LeaderboardColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A leaderboard as a table in Markdown, for documents: a line per cell, the best first. */
public final class MarkdownLeaderboard {
  private MarkdownLeaderboard() {}

  /**
   * Renders a leaderboard.
   *
   * @param leaderboard the figures
   * @return lines, each ended by a line feed
   */
  public static String render(Leaderboard leaderboard) {
    List<Column> columns = LeaderboardColumns.of(leaderboard);
    boolean isPrepared =
        leaderboard.cells().stream()
            .anyMatch(cell -> !cell.configuration().preprocessing().name().isEmpty());
    List<Cell> front = leaderboard.paretoFront();
    List<Cell> best = leaderboard.indistinguishableFromBest();
    List<String> header = new ArrayList<>(List.of("rank", "features", "classifier"));
    List<String> rule = new ArrayList<>(List.of("---:", "---", "---"));
    if (isPrepared) {
      header.add("preprocessing");
      rule.add("---");
    }
    for (Column column : columns) {
      header.add(column.title());
      rule.add("---:");
    }
    StringBuilder text = new StringBuilder().append(line(header)).append(line(rule));
    int rank = 0;
    for (Cell cell : leaderboard.ranked()) {
      List<String> row = new ArrayList<>();
      row.add(++rank + (best.contains(cell) ? " =" : "") + (front.contains(cell) ? " ^" : ""));
      row.add(cell.configuration().features().name());
      row.add(cell.configuration().classifier().name());
      if (isPrepared) {
        row.add(cell.configuration().preprocessing().name());
      }
      columns.forEach(column -> row.add(figure(column, cell)));
      text.append(line(row));
    }
    text.append(
        """

        = cannot be told from the best (exact McNemar test, Holm's correction over all pairs, 5 %)
        ^ on the Pareto front of error and median time of one digit
        """);
    for (Failure failure : leaderboard.failures()) {
      text.append("\nFailed: ")
          .append(escaped(failure.configuration().name()))
          .append(": ")
          .append(escaped(failure.reason()))
          .append('\n');
    }
    return text.toString();
  }

  static String figure(Column column, Cell cell) {
    OptionalDouble value = column.value().apply(cell);
    return value.isPresent()
        ? String.format(Locale.ROOT, "%,." + column.decimals() + "f", value.getAsDouble())
        : "-";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(MarkdownLeaderboard::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\|*_`<>\\[\\]]", "\\\\$0");
  }
}
