package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.html.Chart.Point;
import io.github.inkling.evaluation.html.Standings.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Errors against time: which cells leave nothing to be gained without giving something up. */
final class ParetoChart {
  /** Errors so many times the fewest are shown on a logarithmic axis. */
  private static final double WIDE_RANGE = 8;

  private static final double DOT = 4;
  private static final double CHARACTER = 6.4;

  private final List<Standing> shown;
  private final Axis time;
  private final Axis error;

  private ParetoChart(List<Standing> shown) {
    this.shown = shown;
    DoubleSummaryStatistics times = statistics(ParetoChart::micros);
    DoubleSummaryStatistics errors = statistics(ParetoChart::percent);
    this.time =
        Axis.of(
            "median time of a single answer, µs",
            Scale.logarithmic(times.getMin() * 0.9, times.getMax() * 1.1));
    boolean wide = errors.getMin() > 0 && errors.getMax() / errors.getMin() >= WIDE_RANGE;
    this.error =
        Axis.of(
            "error, %",
            wide
                ? Scale.logarithmic(errors.getMin() * 0.9, errors.getMax() * 1.1)
                : Scale.linear(0, errors.getMax() * 1.05, 5));
  }

  /** The figure of all cells; there must be one. */
  static Figure of(Standings standings) {
    ParetoChart chart = new ParetoChart(standings.ranked());
    return new Figure(
        "",
        "Numbers are ranks. On the line lie the cells that none beats: with as few errors, as fast, and better in one of both.",
        chart.svg(760, 400),
        chart.svg(360, 380),
        List.of(
            Figure.Item.dot("onfront", "on the Pareto front"), Figure.Item.dot("off", "beaten")));
  }

  private String svg(int width, int height) {
    Chart chart = new Chart(width, height, time, error, "Errors against time of all cells");
    chart.line("front", "", front());
    for (Standing standing : shown) {
      chart.dot(
          standing.onFront() ? "onfront" : "off",
          "%s: %s %%, %s µs"
              .formatted(
                  standing.name(),
                  Figures.percent(standing.error()),
                  Figures.count(Math.round(micros(standing)))),
          place(standing),
          DOT);
    }
    label(chart);
    return chart.svg();
  }

  /** From cell to cell by growing time: down where one with fewer errors comes. */
  private List<Point> front() {
    List<Standing> members =
        shown.stream()
            .filter(Standing::onFront)
            .sorted(Comparator.comparingDouble(ParetoChart::micros))
            .toList();
    List<Point> points = new ArrayList<>();
    for (Standing member : members) {
      if (points.isEmpty()) {
        points.add(new Point(micros(member), error.scale().to()));
      } else {
        points.add(new Point(micros(member), points.get(points.size() - 1).y()));
      }
      points.add(place(member));
    }
    points.add(new Point(time.scale().to(), points.get(points.size() - 1).y()));
    return points;
  }

  /** Ranks beside the dots, the best first, where there is room; the others are named on hover. */
  private void label(Chart chart) {
    List<double[]> taken = new ArrayList<>();
    for (Standing standing : shown) {
      double x = chart.plotX(micros(standing));
      double y = chart.plotY(percent(standing));
      taken.add(new double[] {x - DOT, y - DOT, x + DOT, y + DOT});
    }
    for (Standing standing : shown) {
      String rank = Integer.toString(standing.rank());
      double width = rank.length() * CHARACTER;
      double[][] offsets = {{6, -5}, {6, 13}, {-6 - width, -5}, {-6 - width, 13}};
      for (double[] offset : offsets) {
        double left = chart.plotX(micros(standing)) + offset[0];
        double base = chart.plotY(percent(standing)) + offset[1];
        double[] box = {left, base - 9, left + width, base};
        boolean inside =
            left >= 0 && left + width <= chart.plotWidth() && base <= chart.plotHeight();
        if (inside && taken.stream().noneMatch(other -> overlap(box, other))) {
          taken.add(box);
          chart.text(
              standing.onFront() ? "strong" : "", rank, place(standing), offset[0], offset[1]);
          break;
        }
      }
    }
  }

  private static boolean overlap(double[] box, double[] other) {
    return box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
  }

  private DoubleSummaryStatistics statistics(ToDoubleFunction<Standing> value) {
    return shown.stream().mapToDouble(value).summaryStatistics();
  }

  private static Point place(Standing standing) {
    return new Point(micros(standing), percent(standing));
  }

  private static double micros(Standing standing) {
    return standing.cell().cost().p50Micros();
  }

  private static double percent(Standing standing) {
    return 100 * standing.error();
  }
}
