package io.github.inkling.evaluation.html;

import io.github.inkling.evaluation.Averages;
import io.github.inkling.evaluation.ClassMetrics;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.html.Table.Column;
import io.github.inkling.evaluation.html.Table.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How well each digit is recognised. What has no value is named so. */
final class ClassTable {
  private ClassTable() {}

  static Table of(EvaluationReport report, ClassCurves curves) {
    List<Column> columns =
        List.of(
            Column.text("Digit"),
            Column.number("Precision %", "", "how many of its answers are right"),
            Column.number("Recall %", "", "how many of its pictures are answered rightly"),
            Column.number("F1 %", "", "harmonic mean of precision and recall"),
            Column.number("AP %", "", "average precision: area under precision and recall"),
            Column.number("AUC %", "", "area under the ROC curve"),
            Column.number("Support", "", "number of its pictures"),
            Column.number("Answered", "", "how often it was answered"));
    List<List<Entry>> rows = new ArrayList<>();
    for (ClassMetrics metrics : report.perClass()) {
      rows.add(
          List.of(
              Entry.text(Integer.toString(metrics.digit())),
              percent(metrics.precision()),
              percent(metrics.recall()),
              percent(metrics.f1()),
              percent(curves.averagePrecision(metrics.digit())),
              percent(curves.area(metrics.digit())),
              count(metrics.support()),
              count(metrics.answered())));
    }
    rows.add(averages("Macro mean", report.macro(), report));
    rows.add(averages("Weighted mean", report.weighted(), report));
    return new Table("Each digit", false, columns, rows);
  }

  private static List<Entry> averages(String name, Averages averages, EvaluationReport report) {
    Entry blank = Entry.text("");
    return List.of(
        Entry.text(name).withStyle("text average"),
        percent(OptionalDouble.of(averages.precision())),
        percent(OptionalDouble.of(averages.recall())),
        percent(OptionalDouble.of(averages.f1())),
        blank,
        blank,
        count(report.samples()),
        blank);
  }

  private static Entry percent(OptionalDouble proportion) {
    return proportion.isPresent()
        ? Entry.number(proportion, Figures::percent)
        : Entry.text("undefined").withStyle("num none");
  }

  private static Entry count(int count) {
    return Entry.number(Figures.count(count), count);
  }
}
