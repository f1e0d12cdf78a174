package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.WilsonInterval;
import java.util.List;

/**
 * Small drawings of intervals of the error rate, all on one logarithmic scale, so that they compare
 * down a column.
 */
final class IntervalBar {
  private static final int WIDTH = 84;
  private static final int MARGIN = 4;

  private final Scale scale;

  /**
   * A scale that all have room on.
   *
   * @param reports at least one
   */
  IntervalBar(List<EvaluationReport> reports) {
    // Where no error was made the interval begins at 0, which a logarithmic scale has not.
    double least =
        reports.stream()
            .mapToDouble(report -> Math.max(lower(report), 0.5 / report.samples()))
            .min()
            .orElseThrow();
    double greatest = reports.stream().mapToDouble(IntervalBar::upper).max().orElseThrow();
    this.scale = new Scale(true, least, Math.max(greatest, least * 1.01), List.of());
  }

  static double lower(EvaluationReport report) {
    return 1 - report.accuracyInterval().upper();
  }

  static double upper(EvaluationReport report) {
    WilsonInterval interval = report.accuracyInterval();
    return 1 - interval.lower();
  }

  /** The interval as a line, with a dot where the error rate itself is. */
  String svg(EvaluationReport report) {
    return "<svg class=\"interval\" viewBox=\"0 0 %s 10\" aria-hidden=\"true\"><path d=\"M%s 5H%s\"/><circle cx=\"%s\" cy=\"5\" r=\"2.5\"/></svg>"
        .formatted(WIDTH, place(lower(report)), place(upper(report)), place(1 - report.accuracy()));
  }

  private String place(double error) {
    double share = Math.max(0, Math.min(1, scale.at(error)));
    return Markup.coordinate(MARGIN + share * (WIDTH - 2 * MARGIN));
  }
}
