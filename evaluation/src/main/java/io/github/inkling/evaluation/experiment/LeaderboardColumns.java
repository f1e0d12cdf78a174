package io.github.inkling.evaluation.experiment;

import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.StandardDeviation;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * The columns of a leaderboard's table, whatever it is rendered as: what varies, what was measured,
 * and nothing else.
 */
final class LeaderboardColumns {
  private static final double PERCENT = 100;

  /**
   * A column of numbers.
   *
   * @param name for programs, in camel case
   * @param title for people, with its unit
   * @param decimals to be shown to people
   * @param value of a cell; empty if it is undefined or was not measured
   */
  record Column(String name, String title, int decimals, Function<Cell, OptionalDouble> value) {}

  private LeaderboardColumns() {}

  static List<Column> of(Leaderboard leaderboard) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < leaderboard.tests().size(); i++) {
      int test = i;
      String name = leaderboard.tests().get(i).name();
      String suffix = i == 0 ? "" : " on " + name;
      columns.add(percent("error" + suffix, "error %" + suffix, cell -> error(cell.report(test))));
      if (i == 0) {
        columns.add(
            percent("lower", "from %", cell -> 1 - cell.report().accuracyInterval().upper()));
        columns.add(percent("upper", "to %", cell -> 1 - cell.report().accuracyInterval().lower()));
      }
    }
    if (leaderboard.protocol().seeds().size() > 1) {
      columns.add(percent("meanError", "mean of seeds %", LeaderboardColumns::meanError));
      columns.add(
          percent("seedDeviation", "deviation of seeds", LeaderboardColumns::seedDeviation));
    }
    if (leaderboard.protocol().folds() > 0) {
      columns.add(optional("foldError", "folds' error %", 2, cell -> foldError(cell)));
      columns.add(optional("foldDeviation", "deviation of folds", 2, cell -> foldDeviation(cell)));
    }
    columns.add(percent("macroF1", "macro-F1 %", cell -> cell.report().macro().f1()));
    columns.add(number("logLoss", "log loss", 4, c -> c.report().probabilities().logLoss()));
    columns.add(number("brier", "Brier", 4, c -> c.report().probabilities().brierScore()));
    columns.add(optional("ece", "ECE %", 2, LeaderboardColumns::ece));
    if (leaderboard.protocol().corruptedDigits() > 0) {
      columns.add(
          optional("corruptionError", "corrupted %", 1, LeaderboardColumns::corruptionError));
    }
    columns.add(number("trainSeconds", "training s", 1, cell -> cell.cost().trainSeconds()));
    columns.add(number("p50Micros", "p50 us", 0, cell -> cell.cost().p50Micros()));
    columns.add(number("p99Micros", "p99 us", 0, cell -> cell.cost().p99Micros()));
    columns.add(number("digitsPerSecond", "digits/s", 0, cell -> cell.cost().digitsPerSecond()));
    columns.add(optional("modelMegabytes", "model MB", 2, c -> c.cost().modelMegabytes()));
    columns.add(optional("peakMegabytes", "peak MiB", 0, c -> asDouble(c.cost().peakMegabytes())));
    return columns;
  }

  /** The share that was not answered rightly. */
  private static double error(EvaluationReport report) {
    return (double) (report.samples() - report.confusion().correct()) / report.samples();
  }

  private static double meanError(Cell cell) {
    return errors(cell).average().orElseThrow();
  }

  private static DoubleStream errors(Cell cell) {
    return cell.runs().stream().mapToDouble(run -> error(run.tests().get(0)));
  }

  /** With one degree of freedom less than seeds. */
  private static double seedDeviation(Cell cell) {
    return StandardDeviation.of(errors(cell).toArray());
  }

  private static OptionalDouble foldError(Cell cell) {
    return cell.crossValidation()
        .map(it -> OptionalDouble.of(PERCENT * (1 - it.mean())))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble foldDeviation(Cell cell) {
    return cell.crossValidation()
        .map(it -> OptionalDouble.of(PERCENT * it.deviation()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble ece(Cell cell) {
    OptionalDouble ece = cell.report().reliability().ece();
    return ece.isPresent() ? OptionalDouble.of(PERCENT * ece.getAsDouble()) : ece;
  }

  private static OptionalDouble corruptionError(Cell cell) {
    return cell.robustness()
        .map(RobustnessReport::meanCorruptionError)
        .map(it -> OptionalDouble.of(PERCENT * it))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble asDouble(OptionalLong value) {
    return value.isPresent()
        ? OptionalDouble.of((double) value.getAsLong())
        : OptionalDouble.empty();
  }

  private static Column percent(String name, String title, Function<Cell, Double> share) {
    return new Column(name, title, 2, cell -> OptionalDouble.of(PERCENT * share.apply(cell)));
  }

  private static Column number(
      String name, String title, int decimals, Function<Cell, Double> value) {
    return new Column(name, title, decimals, cell -> OptionalDouble.of(value.apply(cell)));
  }

  private static Column optional(
      String name, String title, int decimals, Function<Cell, OptionalDouble> value) {
    return new Column(name, title, decimals, value);
  }
}
