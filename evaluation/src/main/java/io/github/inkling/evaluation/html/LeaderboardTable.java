package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.ProbabilityMetrics;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.CrossValidation;
import io.github.inkling.evaluation.experiment.Run;
import io.github.inkling.evaluation.html.Standings.Standing;
import io.github.inkling.evaluation.html.Table.Column;
import io.github.inkling.evaluation.html.Table.Entry;
import io.github.inkling.evaluation.html.Table.Mark;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** The leaderboard: a row per cell, the best first. What no cell has is left out. */
final class LeaderboardTable {
  private final Standings standings;
  private final boolean preprocessing;
  private final boolean seeds;
  private final boolean folds;
  private final boolean corruptions;
  private final List<IntervalBar> bars;

  private LeaderboardTable(Standings standings) {
    this.standings = standings;
    List<Cell> cells = standings.board().cells();
    this.preprocessing =
        cells.stream().anyMatch(cell -> !cell.configuration().preprocessing().name().isEmpty());
    this.seeds = cells.stream().anyMatch(cell -> cell.runs().size() > 1);
    this.folds = cells.stream().anyMatch(cell -> cell.crossValidation().isPresent());
    this.corruptions = cells.stream().anyMatch(cell -> cell.robustness().isPresent());
    this.bars =
        IntStream.range(0, standings.board().tests().size())
            .mapToObj(
                test -> new IntervalBar(cells.stream().map(cell -> cell.report(test)).toList()))
            .toList();
  }

  /** The table of at least one cell. */
  static Table of(Standings standings) {
    LeaderboardTable table = new LeaderboardTable(standings);
    return new Table(
        "Leaderboard", true, table.columns(), standings.ranked().stream().map(table::row).toList());
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.number("Rank", "", "by accuracy on the first test set"));
    columns.add(Column.text("Features"));
    columns.add(Column.text("Classifier"));
    if (preprocessing) {
      columns.add(Column.text("Preprocessing"));
    }
    standings
        .board()
        .tests()
        .forEach(
            test ->
                columns.add(
                    Column.number(
                        "Error %",
                        test.name(),
                        "digits that were not answered rightly, with the 95 % Wilson interval")));
    columns.add(Column.text("Marks"));
    if (seeds) {
      columns.add(
          Column.number(
              "Error %",
              "mean, range of seeds",
              "mean, least and greatest error of all seeds on the first test set"));
    }
    if (folds) {
      columns.add(
          Column.number(
              "Error %", "cross-validated", "mean and standard deviation over the folds"));
    }
    columns.add(Column.number("F1 %", "macro", "mean F1 of the digits"));
    columns.add(
        Column.number("Log loss", "", "mean negative logarithm of the truth's probability"));
    columns.add(Column.number("Brier", "", "mean squared error of the ten probabilities, 0 to 2"));
    columns.add(Column.number("ECE %", "", "expected calibration error, 15 bins"));
    if (corruptions) {
      columns.add(
          Column.number(
              "Error %", "corrupted", "mean over all corruptions and strengths, not normalised"));
    }
    columns.add(Column.number("Training", "s", "of the classifier, without features"));
    columns.add(Column.number("p50", "µs", "median time from one picture to its answer"));
    columns.add(Column.number("p99", "µs", "time that 99 of 100 single answers keep to"));
    columns.add(Column.number("Throughput", "digits/s", "in a batch, features included"));
    columns.add(
        Column.number("Model", "MB", "size of the model file, in units of 1,000,000 bytes"));
    columns.add(Column.number("Memory", "MiB", "the most that the process held"));
    return columns;
  }

  private List<Entry> row(Standing standing) {
    Cell cell = standing.cell();
    List<Entry> row = new ArrayList<>();
    row.add(Entry.number(Integer.toString(standing.rank()), standing.rank()));
    row.add(Entry.link(cell.configuration().features().name(), "#cell-" + standing.rank()));
    row.add(Entry.text(cell.configuration().classifier().name()));
    if (preprocessing) {
      String name = cell.configuration().preprocessing().name();
      row.add(Entry.text(name.isEmpty() ? "default" : name));
    }
    for (int test = 0; test < bars.size(); test++) {
      row.add(error(cell.report(test)).withBar(bars.get(test).svg(cell.report(test))));
    }
    row.add(Entry.marks(marks(standing)));
    if (seeds) {
      row.add(overSeeds(cell.runs()));
    }
    if (folds) {
      row.add(crossValidated(cell.crossValidation()));
    }
    addQuality(row, cell);
    addCost(row, cell);
    return row;
  }

  private static List<Mark> marks(Standing standing) {
    List<Mark> marks = new ArrayList<>();
    if (standing.place() == 0) {
      marks.add(new Mark("best", "the fewest errors on the first test set", "best"));
    }
    if (standing.likeBest()) {
      marks.add(
          new Mark("like best", "not significantly different from the best: McNemar", "like"));
    }
    if (standing.onFront()) {
      marks.add(
          new Mark(
              "front", "none has as few errors, is as fast, and better in one of both", "front"));
    }
    return marks;
  }

  private void addQuality(List<Entry> row, Cell cell) {
    EvaluationReport report = cell.report();
    ProbabilityMetrics probabilities = report.probabilities();
    row.add(measured(report.macro().f1(), Figures::percent));
    row.add(measured(probabilities.logLoss(), value -> Figures.decimals(value, 4)));
    row.add(measured(probabilities.brierScore(), value -> Figures.decimals(value, 4)));
    row.add(Entry.number(report.reliability().ece(), Figures::percent));
    if (corruptions) {
      Optional<RobustnessReport> robustness = cell.robustness();
      row.add(
          Entry.number(
              robustness.isPresent()
                  ? OptionalDouble.of(robustness.get().meanCorruptionError())
                  : OptionalDouble.empty(),
              Figures::percent));
    }
  }

  private static void addCost(List<Entry> row, Cell cell) {
    row.add(measured(cell.cost().trainSeconds(), value -> Figures.decimals(value, 2)));
    row.add(measured(cell.cost().p50Micros(), value -> Figures.count(Math.round(value))));
    row.add(measured(cell.cost().p99Micros(), value -> Figures.count(Math.round(value))));
    row.add(measured(cell.cost().digitsPerSecond(), value -> Figures.count(Math.round(value))));
    row.add(
        Entry.number(cell.cost().modelMegabytes(), megabytes -> Figures.decimals(megabytes, 2)));
    row.add(
        Entry.number(
            doubles(cell.cost().peakMegabytes()), value -> Figures.count(Math.round(value))));
  }

  /** The error rate of a report and its interval, without the drawing. */
  static Entry error(EvaluationReport report) {
    double error = 1 - report.accuracy();
    return Entry.number(Figures.percent(error), error)
        .withNote(Figures.percents(IntervalBar.lower(report), IntervalBar.upper(report)));
  }

  private static Entry overSeeds(List<Run> runs) {
    DoubleSummaryStatistics errors =
        runs.stream().mapToDouble(run -> 1 - run.tests().get(0).accuracy()).summaryStatistics();
    return Entry.number(Figures.percent(errors.getAverage()), errors.getAverage())
        .withNote(Figures.percents(errors.getMin(), errors.getMax()));
  }

  private static Entry crossValidated(Optional<CrossValidation> folds) {
    if (folds.isEmpty()) {
      return Entry.number(OptionalDouble.empty(), Figures::percent);
    }
    double error = 1 - folds.get().mean();
    return Entry.number(Figures.percent(error), error)
        .withNote("± " + Figures.percent(folds.get().deviation()));
  }

  private static Entry measured(double value, DoubleFunction<String> format) {
    return Entry.number(
        Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty(), format);
  }

  private static OptionalDouble doubles(OptionalLong value) {
    return value.isPresent()
        ? OptionalDouble.of((double) value.getAsLong())
        : OptionalDouble.empty();
  }
}
