package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.WilsonInterval;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A leaderboard as text for a terminal: ASCII, a line per cell, the best first, and the figures
 * that most people look for; all of them are in the other renderings. Lines are at most 80 columns
 * wide but for long names.
 */
public final class TextLeaderboard {
  private static final double PERCENT = 100;

  private TextLeaderboard() {}

  /**
   * Renders a leaderboard.
   *
   * @param leaderboard the figures
   * @return lines, each ended by a line feed
   */
  public static String render(Leaderboard leaderboard) {
    List<Cell> front = leaderboard.paretoFront();
    List<Cell> best = leaderboard.indistinguishableFromBest();
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "Trained on %s, %,d digits; tested on %s, %,d digits\n",
            leaderboard.training().name(),
            leaderboard.training().samples(),
            leaderboard.tests().get(0).name(),
            leaderboard.tests().get(0).samples()));
    List<Cell> ranked = leaderboard.ranked();
    if (!ranked.isEmpty()) {
      text.append(
          format(
              "\n%4s%8s %12s%8s%8s%7s    %s\n",
              "", "error %", "95 % range", "train s", "p50 us", "MB", "features, classifier"));
    }
    int rank = 0;
    for (Cell cell : ranked) {
      WilsonInterval interval = cell.report().accuracyInterval();
      text.append(
          format(
              "%4d%8.2f %12s%8.1f%8.0f%7s %s%s %s\n",
              ++rank,
              PERCENT * (1 - cell.report().accuracy()),
              format(
                  "%.2f-%.2f", PERCENT * (1 - interval.upper()), PERCENT * (1 - interval.lower())),
              cell.cost().trainSeconds(),
              cell.cost().p50Micros(),
              megabytes(cell.cost().modelMegabytes()),
              best.contains(cell) ? "=" : " ",
              front.contains(cell) ? "^" : " ",
              cell.configuration().name()));
    }
    if (ranked.size() > 1) {
      text.append(
          """

          = cannot be told from the best (exact McNemar tests, Holm's correction, 5 %)
          ^ on the Pareto front: none is as accurate, as fast, and better in one of both
          """);
    }
    for (Failure failure : leaderboard.failures()) {
      text.append(format("\nFailed: %s: %s\n", failure.configuration().name(), failure.reason()));
    }
    return text.toString();
  }

  private static String megabytes(OptionalDouble size) {
    if (size.isEmpty()) {
      return "-";
    }
    double megabytes = size.getAsDouble();
    return format(megabytes < 1 ? "%.2f" : "%.1f", megabytes);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
