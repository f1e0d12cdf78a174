package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.RiskCoverageCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A report as text for a terminal: ASCII, and at most 80 columns wide as long as no count is above
 * 999,999 (the data set's name aside). Proportions are in percent; a zero of the confusion matrix
 * is a dot, so that errors jump to the eye. Immutable and safe for concurrent use.
 */
public final class TextReport {
  private static final TextReport PLAIN = new TextReport(false);
  private static final TextReport ANSI = new TextReport(true);

  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String RESET = "\u001b[0m";

  /** Enough of a hash to tell data sets apart by eye. */
  private static final int HASH_DIGITS = 12;

  private static final String UNDEFINED = "-";

  /** Shares of errors that somebody may accept. */
  private static final double[] RISKS = {0.005, 0.002, 0.001, 0.0005};

  private final boolean ansi;

  private TextReport(boolean ansi) {
    this.ansi = ansi;
  }

  /**
   * Text without colours.
   *
   * @return a renderer
   */
  public static TextReport plain() {
    return PLAIN;
  }

  /**
   * Text with ANSI escapes: headings bold, zeros dim, errors red.
   *
   * @return a renderer
   */
  public static TextReport ansi() {
    return ANSI;
  }

  /**
   * Renders a report.
   *
   * @param report the report
   * @return lines, each ended by a line feed
   */
  public String render(EvaluationReport report) {
    StringBuilder text = new StringBuilder();
    appendSummary(text, report);
    appendClasses(text.append('\n'), report);
    appendConfusion(text.append('\n'), report.confusion());
    appendProbabilities(text.append('\n'), report);
    appendCurve(text.append('\n'), report.curve());
    return text.toString();
  }

  private void appendSummary(StringBuilder text, EvaluationReport report) {
    int samples = report.samples();
    String title = "%s, %s".formatted(report.data(), plural(samples, "digit"));
    text.append(style(BOLD, title))
        .append(" (SHA-256 %s)\n\n".formatted(report.dataHash().substring(0, HASH_DIGITS)));

    WilsonInterval interval = report.accuracyInterval();
    appendFigure(
        text,
        "Accuracy",
        style(BOLD, "%7s %%".formatted(percent(report.accuracy()))),
        "95 %% Wilson interval %s-%s %%"
            .formatted(percent(interval.lower()), percent(interval.upper())));
    appendShare(text, "Errors", report.errors(), samples, "");
    if (report.rejected() > 0) {
      appendShare(text, "Rejected", report.rejected(), samples, ", not among the errors");
    }
    appendTime(text, "Features", report.featureSeconds(), samples, ", with preprocessing");
    appendTime(text, "Classifier", report.predictSeconds(), samples, "");
  }

  private static void appendShare(
      StringBuilder text, String name, int part, int whole, String remark) {
    appendFigure(
        text,
        name,
        "%7s %%".formatted(percent((double) part / whole)),
        "%s of %s%s".formatted(count(part), count(whole), remark));
  }

  private static void appendTime(
      StringBuilder text, String name, double seconds, int samples, String remark) {
    String rate =
        seconds > 0 ? "%s digits/s%s".formatted(count(Math.round(samples / seconds)), remark) : "";
    appendFigure(text, name, String.format(Locale.ROOT, "%7.2f s", seconds), rate);
  }

  private static void appendFigure(StringBuilder text, String name, String figure, String remark) {
    text.append("%-12s%s   %s".formatted(name, figure, remark).stripTrailing()).append('\n');
  }

  private void appendProbabilities(StringBuilder text, EvaluationReport report) {
    ProbabilityMetrics metrics = report.probabilities();
    text.append(style(BOLD, "Probabilities")).append('\n');
    appendQuality(text, "Log loss", fraction(metrics.logLoss()), "2.3026 where nothing is known");
    appendQuality(
        text,
        "Brier score",
        fraction(metrics.brierScore()),
        "0.9 where nothing is known, at worst 2");
    appendQuality(
        text,
        "Calibration %",
        percent(report.reliability().ece()),
        "expected error (ECE) of %d bins".formatted(ReliabilityDiagram.BINS));
    appendQuality(
        text, "Top 2 %", percent(metrics.topAccuracy(2)), "truth is among the 2 most probable");
  }

  private static void appendQuality(StringBuilder text, String name, String figure, String remark) {
    text.append("%-18s%11s   %s\n".formatted(name, figure, remark));
  }

  /** What is left to answer if so many errors are accepted. */
  private void appendCurve(StringBuilder text, RiskCoverageCurve curve) {
    text.append(style(BOLD, "Risk and coverage"))
        .append(String.format(Locale.ROOT, " (area under the curve %.6f)\n", curve.aurc()));
    List<String> wrong = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    List<String> thresholds = new ArrayList<>();
    for (double risk : RISKS) {
      Optional<RiskCoverageCurve.Point> point = curve.atRisk(risk);
      wrong.add(percent(risk));
      answered.add(point.map(it -> percent(curve.coverage(it))).orElse(UNDEFINED));
      thresholds.add(point.map(it -> fraction(it.threshold())).orElse(UNDEFINED));
    }
    appendRow(text, "Wrong at most %", wrong);
    appendRow(text, "Answered %", answered);
    appendRow(text, "From probability", thresholds);
  }

  private static void appendRow(StringBuilder text, String name, List<String> figures) {
    text.append(row(name, figures.get(0), figures.get(1), figures.get(2), figures.get(3)))
        .append('\n');
  }

  private void appendClasses(StringBuilder text, EvaluationReport report) {
    text.append(style(BOLD, row("Digit", "Precision %", "Recall %", "F1 %", "Support")))
        .append('\n');
    for (ClassMetrics metrics : report.perClass()) {
      text.append(
              row(
                  String.valueOf(metrics.digit()),
                  percent(metrics.precision()),
                  percent(metrics.recall()),
                  percent(metrics.f1()),
                  count(metrics.support())))
          .append('\n');
    }
    text.append('\n');
    appendAverages(text, "Macro average", report.macro(), report.samples());
    appendAverages(text, "Weighted average", report.weighted(), report.samples());
    if (!report.undefined().isEmpty()) {
      text.append("\n- is 0 of 0: the digit was never answered, or is not in the data\n");
    }
  }

  private static void appendAverages(
      StringBuilder text, String name, Averages averages, int samples) {
    text.append(
            row(
                name,
                percent(averages.precision()),
                percent(averages.recall()),
                percent(averages.f1()),
                count(samples)))
        .append('\n');
  }

  private static String row(
      String name, String precision, String recall, String f1, String support) {
    return "%-18s%11s%11s%11s%11s".formatted(name, precision, recall, f1, support);
  }

  private void appendConfusion(StringBuilder text, ConfusionMatrix confusion) {
    boolean rejections = confusion.rejected() > 0;
    int width = cellWidth(confusion);
    text.append(style(BOLD, "Confusion matrix"))
        .append(" (rows: truth, columns: answer")
        .append(rejections ? ", none: rejected)\n" : ")\n");

    StringBuilder heading = new StringBuilder("   ");
    for (int digit = 0; digit < Prediction.CLASSES; digit++) {
      heading.append(right(String.valueOf(digit), width));
    }
    if (rejections) {
      heading.append(right("none", width));
    }
    text.append(style(BOLD, heading.toString())).append('\n');

    for (int truth = 0; truth < Prediction.CLASSES; truth++) {
      text.append(style(BOLD, truth + "  "));
      for (int answer = 0; answer < Prediction.CLASSES; answer++) {
        text.append(cell(confusion.count(truth, answer), width, truth == answer));
      }
      if (rejections) {
        text.append(cell(confusion.rejected(truth), width, false));
      }
      text.append('\n');
    }
  }

  private String cell(int count, int width, boolean correct) {
    if (count == 0) {
      return style(DIM, right(".", width));
    }
    String number = right(String.valueOf(count), width);
    return correct ? number : style(RED, number);
  }

  /** Room for the largest count and a space, and for the word "none". */
  private static int cellWidth(ConfusionMatrix confusion) {
    int largest =
        IntStream.range(0, Prediction.CLASSES).map(confusion::support).max().orElseThrow();
    return Math.max(6, String.valueOf(largest).length() + 1);
  }

  private String style(String code, String text) {
    return ansi ? code + text + RESET : text;
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String fraction(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String percent(OptionalDouble proportion) {
    return proportion.isPresent() ? percent(proportion.getAsDouble()) : UNDEFINED;
  }

  private static String percent(double proportion) {
    return String.format(Locale.ROOT, "%.2f", 100 * proportion);
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String plural(int count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
