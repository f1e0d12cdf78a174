package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.significance.McNemarTest;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Two models on the same digits: what one gets right and the other wrong. */
final class ModelComparison {
  private static final double LEVEL = 0.05;

  private final String name;
  private final String otherName;
  private final EvaluationReport report;
  private final EvaluationReport other;
  private final McNemarTest test;

  ModelComparison(String name, EvaluationReport report, String otherName, EvaluationReport other) {
    this.name = name;
    this.report = report;
    this.otherName = otherName;
    this.other = other;
    this.test =
        new McNemarTest(
            count(i -> isRight(report, i) && !isRight(other, i)),
            count(i -> !isRight(report, i) && isRight(other, i)));
  }

  private int count(IntPredicate condition) {
    return (int) IntStream.range(0, report.samples()).filter(condition).count();
  }

  private static boolean isRight(EvaluationReport report, int index) {
    return report.answers().isRight(index);
  }

  String text() {
    int bothWrong = report.answers().wrong().length - test.onlySecondRight();
    return String.format(
        Locale.ROOT,
        """

        Against %s
          %,7d read rightly by %s alone
          %,7d read rightly by %s alone
          %,7d read rightly by neither
        %s (exact McNemar test, p = %.3g)
        """,
        otherName,
        test.onlyFirstRight(),
        name,
        test.onlySecondRight(),
        otherName,
        bothWrong,
        test.pValue() <= LEVEL
            ? "The difference is more than chance"
            : "The difference may be chance",
        test.pValue());
  }

  void describe(ObjectNode json) {
    json.putObject("against")
        .put("model", otherName)
        .put("errors", other.errors())
        .put("rejected", other.rejected())
        .put("accuracy", other.accuracy())
        .put("onlyThisRight", test.onlyFirstRight())
        .put("onlyOtherRight", test.onlySecondRight())
        .put("p", test.pValue());
  }
}
