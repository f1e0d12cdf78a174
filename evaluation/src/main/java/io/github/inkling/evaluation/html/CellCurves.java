package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.experiment.LearningPoint;
import io.github.inkling.evaluation.html.Chart.Point;
import io.github.inkling.evaluation.html.Standings.Standing;
import io.github.inkling.evaluation.robustness.Corruption;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Charts with a curve per cell: the best in colour, the others faint behind them. */
final class CellCurves {
  private CellCurves() {}

  /** A small chart per corruption, all on one logarithmic scale; none if nothing was corrupted. */
  static List<Figure> corruptions(Standings standings) {
    List<Standing> shown =
        standings.ranked().stream().filter(it -> it.cell().robustness().isPresent()).toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    double[] rates = shown.stream().flatMapToDouble(it -> rates(robustness(it))).toArray();
    double least = DoubleStream.of(rates).min().orElseThrow();
    double greatest = DoubleStream.of(rates).max().orElseThrow();
    Axis strength =
        new Axis(
            "strength",
            Scale.exact(0, Corruption.STRENGTHS, Corruption.STRENGTHS),
            tick -> tick == 0 ? "clean" : Figures.tick(tick));
    Axis error = Axis.of("error, %", Scale.logarithmic(100 * least, 100 * greatest));
    List<Figure> figures = new ArrayList<>();
    for (Corruption corruption : Corruption.values()) {
      Chart chart = new Chart(300, 220, strength, error, "Errors under " + corruption);
      for (Standing standing : faintFirst(shown)) {
        RobustnessReport report = robustness(standing);
        String title =
            "%s: mean %s %%"
                .formatted(standing.name(), Figures.percent(report.meanErrorRate(corruption)));
        chart.line(standing.style(), title, curve(report, corruption));
      }
      figures.add(Figure.of(corruption.toString(), "", chart.svg()));
    }
    return figures;
  }

  /** Errors by number of training digits; there must be a cell with a curve. */
  static Figure learning(Standings standings) {
    List<Standing> shown =
        standings.ranked().stream().filter(it -> !it.cell().learningCurve().isEmpty()).toList();
    List<LearningPoint> all =
        shown.stream().flatMap(it -> it.cell().learningCurve().stream()).toList();
    double fewest = all.stream().mapToInt(LearningPoint::trained).min().orElseThrow();
    double most = all.stream().mapToInt(LearningPoint::trained).max().orElseThrow();
    double least = all.stream().mapToDouble(CellCurves::visibleError).min().orElseThrow();
    double greatest = all.stream().mapToDouble(CellCurves::visibleError).max().orElseThrow();
    Axis trained = Axis.of("training digits", Scale.logarithmic(fewest, most));
    Axis error = Axis.of("error, %", Scale.logarithmic(100 * least, 100 * greatest));
    return new Figure(
            "",
            "Both axes are logarithmic; no error at all is drawn as half an error.",
            learning(new Chart(760, 400, trained, error, "Learning curves"), shown),
            learning(new Chart(360, 340, trained, error, "Learning curves"), shown),
            List.of())
        .withLegend(legend(shown));
  }

  /** The cells in colour, and one entry for all others. */
  static List<Figure.Item> legend(List<Standing> shown) {
    List<Figure.Item> items = new ArrayList<>();
    for (Standing standing : shown) {
      if (standing.place() < Standings.COLORS) {
        items.add(Figure.Item.line(standing.style(), standing.name()));
      }
    }
    if (items.size() < shown.size()) {
      items.add(Figure.Item.line("rest", "the others"));
    }
    return items;
  }

  /** The legend of those whose pictures were corrupted. */
  static List<Figure.Item> corruptionLegend(Standings standings) {
    return legend(
        standings.ranked().stream().filter(it -> it.cell().robustness().isPresent()).toList());
  }

  private static String learning(Chart chart, List<Standing> shown) {
    for (Standing standing : faintFirst(shown)) {
      List<Point> points =
          standing.cell().learningCurve().stream()
              .map(it -> new Point(it.trained(), 100 * visibleError(it)))
              .toList();
      chart.line(standing.style(), standing.name(), points);
      for (LearningPoint point : standing.cell().learningCurve()) {
        chart.dot(
            standing.style(),
            "%s: %s, %s %% wrong"
                .formatted(
                    standing.name(),
                    Figures.count(point.trained(), "training digit"),
                    Figures.percent(point.error())),
            new Point(point.trained(), 100 * visibleError(point)),
            2.5);
      }
    }
    return chart.svg();
  }

  private static List<Point> curve(RobustnessReport report, Corruption corruption) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 100 * visibleRate(report.cleanErrors(), report.digits())));
    for (int errors : report.errors().get(corruption)) {
      points.add(new Point(points.size(), 100 * visibleRate(errors, report.digits())));
    }
    return points;
  }

  private static DoubleStream rates(RobustnessReport report) {
    return Stream.concat(
            Stream.of(report.cleanErrors()),
            report.errors().values().stream().flatMap(List::stream))
        .mapToDouble(errors -> visibleRate(errors, report.digits()));
  }

  private static double visibleError(LearningPoint point) {
    return visibleRate(point.wrong(), point.judged());
  }

  /** No error has no logarithm: half an error stands for none. */
  private static double visibleRate(int wrong, int of) {
    return Math.max(wrong, 0.5) / of;
  }

  private static RobustnessReport robustness(Standing standing) {
    return standing.cell().robustness().orElseThrow();
  }

  private static List<Standing> faintFirst(List<Standing> shown) {
    return shown.stream().sorted(Comparator.comparingInt(Standing::place).reversed()).toList();
  }
}
