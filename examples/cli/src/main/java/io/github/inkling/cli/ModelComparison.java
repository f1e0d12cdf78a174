package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.experiment.PairwiseTests;
import io.github.inkling.evaluation.significance.McNemarTest;
import java.util.Locale;

/** Two models on the same digits: what one gets right and the other wrong. */
final class ModelComparison {
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
    this.test = McNemarTest.of(report.answers().right(), other.answers().right());
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
        test.pValue() <= PairwiseTests.LEVEL
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
