package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.ProbabilityMetrics;
import io.github.inkling.evaluation.experiment.Configuration;
import io.github.inkling.evaluation.html.Standings.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All that is said of one cell, as its template shows it; on the first test set, of the first run.
 *
 * @param rank its rank
 * @param name its name, with the rank
 * @param option what is chosen by, with the error
 * @param best whether it is the one to show at first
 * @param parts what it is made of
 * @param figures numbers
 * @param confusion its confusion matrix
 * @param classes how each digit is recognised
 * @param charts drawings
 */
record CellPanel(
    int rank,
    String name,
    String option,
    boolean best,
    List<Part> parts,
    List<Part> figures,
    ConfusionTable confusion,
    Table classes,
    List<Figure> charts) {
  /**
   * A name and what is behind it.
   *
   * @param name what it is
   * @param value text
   */
  record Part(String name, String value) {}

  static CellPanel of(Standing standing) {
    EvaluationReport report = standing.cell().report();
    ClassCurves curves = new ClassCurves(report);
    return new CellPanel(
        standing.rank(),
        standing.name(),
        "%s (%s %%)".formatted(standing.name(), Figures.percent(standing.error())),
        standing.place() == 0,
        parts(standing.cell().configuration()),
        figures(report),
        ConfusionTable.of(report.confusion()),
        ClassTable.of(report, curves),
        List.of(
            ConfidenceCharts.reliability(report),
            ConfidenceCharts.riskCoverage(report),
            curves.precisionRecallFigure(),
            curves.rocFigure()));
  }

  private static List<Part> parts(Configuration configuration) {
    return List.of(
        new Part("Preprocessing", configuration.preprocessing().spec()),
        new Part("Features", configuration.features().spec()),
        new Part("Classifier", configuration.classifier().spec()));
  }

  private static List<Part> figures(EvaluationReport report) {
    List<Part> figures = new ArrayList<>();
    figures.add(
        new Part(
            "Error",
            "%s %% (%s)"
                .formatted(
                    Figures.percent(1 - report.accuracy()),
                    Figures.percents(IntervalBar.lower(report), IntervalBar.upper(report)))));
    figures.add(
        new Part(
            "Wrong", Figures.count(report.errors()) + " of " + Figures.count(report.samples())));
    if (report.rejected() > 0) {
      figures.add(new Part("Rejected", Figures.count(report.rejected())));
    }
    figures.add(new Part("Macro F1", Figures.percent(report.macro().f1()) + " %"));
    ProbabilityMetrics probabilities = report.probabilities();
    figures.add(
        new Part("Truth among first two", Figures.percent(probabilities.topAccuracy(2)) + " %"));
    figures.add(
        new Part("Truth among first three", Figures.percent(probabilities.topAccuracy(3)) + " %"));
    figures.add(new Part("Log loss", Figures.decimals(probabilities.logLoss(), 4)));
    figures.add(new Part("Brier score", Figures.decimals(probabilities.brierScore(), 4)));
    figures.add(new Part("Calibration error", percent(report.reliability().ece())));
    return figures;
  }

  private static String percent(OptionalDouble proportion) {
    return proportion.isPresent() ? Figures.percent(proportion.getAsDouble()) + " %" : "undefined";
  }
}
