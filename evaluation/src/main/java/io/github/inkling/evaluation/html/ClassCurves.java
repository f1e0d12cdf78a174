package io.github.inkling.evaluation.html;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.PrecisionRecallCurve;
import io.github.inkling.evaluation.RocCurve;
import io.github.inkling.evaluation.html.Chart.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Precision and recall, and the ROC curve, of each digit of one report. The three digits that are
 * told from the others worst are in colour; those that are not in the data have no curves.
 */
final class ClassCurves {
  private static final int POINTS = 48;
  private static final int COLORS = 3;
  private static final int WIDTH = 300;
  private static final int HEIGHT = 240;

  /** Where the axes may begin, in percent, so that the corner in which curves bend is seen. */
  private static final double[] BEGINNINGS = {99, 98, 95, 90, 80, 50};

  private final List<Curve> precisionRecall;
  private final List<Curve> roc;

  /** Points in percent, and the area under them; neither for a digit that is not in the data. */
  private record Curve(List<Point> points, OptionalDouble area) {}

  ClassCurves(EvaluationReport report) {
    this.precisionRecall = digits().mapToObj(digit -> precisionRecall(report, digit)).toList();
    this.roc = digits().mapToObj(digit -> roc(report, digit)).toList();
  }

  private static Curve precisionRecall(EvaluationReport report, int digit) {
    PrecisionRecallCurve curve = report.precisionRecallCurve(digit);
    return new Curve(
        curve.points(POINTS).stream()
            .map(it -> new Point(100 * it.recall(), 100 * it.precision()))
            .toList(),
        curve.averagePrecision());
  }

  private static Curve roc(EvaluationReport report, int digit) {
    RocCurve curve = report.rocCurve(digit);
    return new Curve(
        curve.points(POINTS).stream()
            .map(it -> new Point(100 * it.falsePositiveRate(), 100 * it.truePositiveRate()))
            .toList(),
        curve.auc());
  }

  OptionalDouble averagePrecision(int digit) {
    return precisionRecall.get(digit).area();
  }

  OptionalDouble area(int digit) {
    return roc.get(digit).area();
  }

  Figure precisionRecallFigure() {
    double from = beginning(precisionRecall, point -> Math.min(point.x(), point.y()));
    Axis recall = Axis.of("recall, %", Scale.exact(from, 100, 5));
    Axis precision = Axis.of("precision, %", Scale.exact(from, 100, 5));
    Chart chart = new Chart(WIDTH, HEIGHT, recall, precision, "Precision and recall per digit");
    draw(chart, precisionRecall, "average precision");
    return Figure.of("Precision and recall", note(from), chart.svg())
        .withLegend(legend(precisionRecall));
  }

  Figure rocFigure() {
    double from = beginning(roc, point -> Math.min(100 - point.x(), point.y()));
    Axis falsePositives = Axis.of("false positives, %, logarithmic", Scale.logarithmic(0.01, 100));
    Axis truePositives = Axis.of("true positives, %", Scale.exact(from, 100, 5));
    Chart chart = new Chart(WIDTH, HEIGHT, falsePositives, truePositives, "ROC curves per digit");
    draw(chart, roc, "area");
    return Figure.of("ROC curves", note(from), chart.svg()).withLegend(legend(roc));
  }

  private static void draw(Chart chart, List<Curve> curves, String area) {
    List<Integer> worstFirst = worstFirst(curves);
    // The worst are drawn last, above the others.
    for (int i = worstFirst.size() - 1; i >= 0; i--) {
      Curve curve = curves.get(worstFirst.get(i));
      chart.line(
          style(i),
          "%s: %s %s %%"
              .formatted(worstFirst.get(i), area, Figures.percent(curve.area().orElseThrow())),
          curve.points());
    }
  }

  private static List<Figure.Item> legend(List<Curve> curves) {
    List<Integer> worstFirst = worstFirst(curves);
    List<Figure.Item> items = new ArrayList<>();
    for (int i = 0; i < Math.min(COLORS, worstFirst.size()); i++) {
      items.add(Figure.Item.line(style(i), "digit " + worstFirst.get(i)));
    }
    if (worstFirst.size() > COLORS) {
      items.add(Figure.Item.line("rest", "the others"));
    }
    return items;
  }

  private static List<Integer> worstFirst(List<Curve> curves) {
    return digits()
        .boxed()
        .filter(digit -> curves.get(digit).area().isPresent())
        .sorted(Comparator.comparingDouble(digit -> curves.get(digit).area().orElseThrow()))
        .toList();
  }

  private static String style(int place) {
    return place < COLORS ? "s" + (place + 1) : "rest";
  }

  /** The greatest beginning that leaves the bend of every curve well inside. */
  private static double beginning(List<Curve> curves, ToDoubleFunction<Point> bend) {
    double worst =
        curves.stream()
            .filter(curve -> !curve.points().isEmpty())
            .mapToDouble(curve -> curve.points().stream().mapToDouble(bend).max().orElseThrow())
            .min()
            .orElse(0);
    for (double beginning : BEGINNINGS) {
      if (100 - worst <= (100 - beginning) / 2) {
        return beginning;
      }
    }
    return 0;
  }

  private static String note(double from) {
    return from == 0 ? "" : "Axes begin at %s %%.".formatted(Figures.tick(from));
  }

  private static IntStream digits() {
    return IntStream.range(0, Prediction.CLASSES);
  }
}
