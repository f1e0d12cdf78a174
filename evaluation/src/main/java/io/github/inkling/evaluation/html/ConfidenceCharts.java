package io.github.inkling.evaluation.html;

import io.github.inkling.core.model.RiskCoverageCurve;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.ReliabilityDiagram;
import io.github.inkling.evaluation.WilsonInterval;
import io.github.inkling.evaluation.html.Chart.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What confidence is worth: whether it is true, and how many errors it tells. */
final class ConfidenceCharts {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 240;
  private static final int POINTS = 200;
  private static final double[] BEGINNINGS = {95, 90, 80, 50};

  private ConfidenceCharts() {}

  /** How often answers are right, by how sure they are. */
  static Figure reliability(EvaluationReport report) {
    Axis confidence = Axis.of("probability of the label, %", Scale.exact(0, 100, 5));
    Axis right = Axis.of("right, %", Scale.exact(0, 100, 5));
    Chart chart = new Chart(WIDTH, HEIGHT, confidence, right, "Reliability diagram");
    chart.line("diagonal", "", List.of(new Point(0, 0), new Point(100, 100)));
    List<ReliabilityDiagram.Bin> bins =
        report.reliability().bins().stream().filter(bin -> bin.count() > 0).toList();
    int most = bins.stream().mapToInt(ReliabilityDiagram.Bin::count).max().orElse(1);
    for (ReliabilityDiagram.Bin bin : bins) {
      double mean = bin.confidence().orElseThrow();
      double accuracy = bin.accuracy().orElseThrow();
      WilsonInterval interval =
          WilsonInterval.of(bin.right(), bin.count(), EvaluationReport.CONFIDENCE);
      chart.line(
          "whisker",
          "",
          List.of(
              new Point(100 * mean, 100 * interval.lower()),
              new Point(100 * mean, 100 * interval.upper())));
      chart.dot(
          "s1",
          "%s: mean probability %s %%, right %s %%"
              .formatted(
                  Figures.count(bin.count(), "answer"),
                  Figures.percent(mean),
                  Figures.percent(accuracy)),
          new Point(100 * mean, 100 * accuracy),
          2 + 3.5 * Math.sqrt(Math.log1p(bin.count()) / Math.log1p(most)));
    }
    return Figure.of(
        "Reliability",
        "On the diagonal, probabilities are true; below it, answers are too sure. Larger dots stand for"
            + " more answers, lines are 95 % intervals.",
        chart.svg());
  }

  /** How many of the accepted answers are wrong if only the surest are accepted. */
  static Figure riskCoverage(EvaluationReport report) {
    RiskCoverageCurve curve = report.curve();
    List<Point> points =
        curve.points().isEmpty()
            ? List.of()
            : curve.points(POINTS).stream()
                .map(point -> new Point(100 * curve.coverage(point), 100 * point.risk()))
                .toList();
    double greatest = points.stream().mapToDouble(Point::y).max().orElse(0);
    double from = beginning(points);
    Axis coverage = Axis.of("answered, %", Scale.exact(from, 100, 5));
    Axis risk = Axis.of("wrong, % of the answered", Scale.linear(0, greatest, 4));
    Chart chart = new Chart(WIDTH, HEIGHT, coverage, risk, "Risk and coverage");
    chart.line("s1", String.format(Locale.ROOT, "area under the curve %.6f", curve.aurc()), points);
    return Figure.of(
        "Risk and coverage",
        "How many answers are wrong if only the surest are given. Area under the curve "
            + String.format(Locale.ROOT, "%.6f.", curve.aurc())
            + (from == 0 ? "" : " The axis begins at %s %%.".formatted(Figures.tick(from))),
        chart.svg());
  }

  /** Where the curve begins to rise, or somewhat before: before that there is nothing to see. */
  private static double beginning(List<Point> points) {
    double rise =
        points.stream().filter(point -> point.y() > 0).mapToDouble(Point::x).findFirst().orElse(0);
    return DoubleStream.of(BEGINNINGS).filter(beginning -> beginning < rise).findFirst().orElse(0);
  }
}
