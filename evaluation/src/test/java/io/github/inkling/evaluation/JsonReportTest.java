package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final EvaluationReport report = SampleAnswers.report(SampleAnswers.fourHundred());

  @Test
  void keysComeInAFixedOrder() {
    assertThat(JsonReport.tree(report).fieldNames())
        .toIterable()
        .containsExactly(
            "data",
            "dataHash",
            "samples",
            "errors",
            "rejected",
            "accuracy",
            "accuracyInterval",
            "macroPrecision",
            "macroRecall",
            "macroF1",
            "weightedPrecision",
            "weightedRecall",
            "weightedF1",
            "perClass",
            "confusion",
            "aurc",
            "riskCoverage",
            "featureSeconds",
            "predictSeconds",
            "undefined",
            "kappa",
            "logLoss",
            "brier",
            "topK",
            "ece",
            "mce",
            "reliability");
  }

  @Test
  void figuresReadBackAsTheyWere() throws JsonProcessingException {
    JsonNode json = MAPPER.readTree(JsonReport.render(report));

    assertThat(json.get("data").textValue()).isEqualTo("mnist:test");
    assertThat(json.get("dataHash").textValue()).isEqualTo(SampleAnswers.HASH);
    assertThat(json.get("samples").intValue()).isEqualTo(400);
    assertThat(json.get("errors").intValue()).isEqualTo(67);
    assertThat(json.get("rejected").intValue()).isEqualTo(11);
    assertThat(json.get("accuracy").doubleValue()).isEqualTo(0.805);
    assertThat(json.get("accuracyInterval")).hasSize(2);
    assertThat(json.at("/accuracyInterval/0").doubleValue())
        .isEqualTo(report.accuracyInterval().lower());
    assertThat(json.at("/accuracyInterval/1").doubleValue())
        .isEqualTo(report.accuracyInterval().upper());
    assertThat(json.get("macroF1").doubleValue()).isEqualTo(report.macro().f1());
    assertThat(json.get("weightedRecall").doubleValue()).isEqualTo(report.weighted().recall());
    assertThat(json.get("featureSeconds").doubleValue()).isEqualTo(1.25);
    assertThat(json.get("predictSeconds").doubleValue()).isEqualTo(5);
  }

  @Test
  void classesAndCellsReadBackAsTheyWere() throws JsonProcessingException {
    JsonNode json = MAPPER.readTree(JsonReport.render(report));

    assertThat(json.get("perClass")).hasSize(10);
    assertThat(json.get("confusion")).hasSize(10);
    for (ClassMetrics metrics : report.perClass()) {
      int digit = metrics.digit();
      JsonNode of = json.get("perClass").get(digit);
      assertThat(of.get("digit").intValue()).isEqualTo(digit);
      requireFigure(of.get("precision"), metrics.precision());
      requireFigure(of.get("recall"), metrics.recall());
      requireFigure(of.get("f1"), metrics.f1());
      requireFigure(of.get("rocAuc"), report.rocCurve(digit).auc());
      requireFigure(
          of.get("averagePrecision"), report.precisionRecallCurve(digit).averagePrecision());
      assertThat(of.get("support").intValue()).isEqualTo(metrics.support());
      assertThat(of.get("answered").intValue()).isEqualTo(metrics.answered());
      assertThat(of.get("rejected").intValue()).isEqualTo(report.confusion().rejected(digit));
      assertThat(MAPPER.convertValue(json.get("confusion").get(digit), int[].class))
          .isEqualTo(report.confusion().counts()[digit]);
    }
  }

  @Test
  void whatIsUndefinedIsNullAndNamed() throws JsonProcessingException {
    JsonNode json = MAPPER.readTree(JsonReport.render(report));

    assertThat(json.at("/perClass/4/precision").isNull()).isTrue();
    assertThat(json.at("/perClass/4/recall").doubleValue()).isZero();
    assertThat(json.get("undefined"))
        .isEqualTo(
            MAPPER.readTree("{'precision': [4], 'recall': [], 'f1': []}".replace('\'', '"')));
  }

  @Test
  void probabilitiesReadBackAsTheyWere() throws JsonProcessingException {
    JsonNode json = MAPPER.readTree(JsonReport.render(report));
    ReliabilityDiagram.Bin last = report.reliability().bins().get(14);

    assertThat(json.get("logLoss").doubleValue()).isEqualTo(report.probabilities().logLoss());
    assertThat(json.get("brier").doubleValue()).isEqualTo(report.probabilities().brierScore());
    assertThat(json.get("topK")).hasSize(5);
    for (int k = 1; k <= 5; k++) {
      assertThat(json.get("topK").get(k - 1).doubleValue())
          .isEqualTo(report.probabilities().topAccuracy(k));
    }
    requireFigure(json.get("ece"), report.reliability().ece());
    requireFigure(json.get("mce"), report.reliability().mce());
    assertThat(json.get("reliability")).hasSize(15);
    assertThat(json.at("/reliability/0/count").intValue()).isZero();
    assertThat(json.at("/reliability/0/accuracy").isNull()).isTrue();
    assertThat(json.at("/reliability/0/confidence").isNull()).isTrue();
    assertThat(json.at("/reliability/14/lower").doubleValue()).isEqualTo(14 / 15.0);
    assertThat(json.at("/reliability/14/upper").doubleValue()).isEqualTo(1);
    assertThat(json.at("/reliability/14/count").intValue()).isEqualTo(last.count());
    requireFigure(json.at("/reliability/14/accuracy"), last.accuracy());
    requireFigure(json.at("/reliability/14/confidence"), last.confidence());
  }

  @Test
  void whereNothingIsAnsweredTheCalibrationIsNull() throws JsonProcessingException {
    Answers none = SampleAnswers.of(new int[] {3}, SampleAnswers.REJECTED);
    JsonNode json = MAPPER.readTree(JsonReport.render(SampleAnswers.report(none)));

    assertThat(json.get("ece").isNull()).isTrue();
    assertThat(json.get("mce").isNull()).isTrue();
    assertThat(json.at("/perClass/3/rocAuc").isNull()).isTrue();
    assertThat(json.at("/perClass/5/averagePrecision").isNull()).isTrue();
  }

  @Test
  void eachClassAndEachRowOfTheMatrixHasALine() {
    assertThat(JsonReport.render(report))
        .contains("\n    [ 42, 0, 1, 1, 0, 1, 0, 0, 0, 1 ],\n")
        .containsPattern("\n    \\{ \"digit\" : 4, [^\n]*\"rejected\" : 1, [^\n]*\\},\n")
        .doesNotContain("\r")
        .doesNotContain("NaN")
        .endsWith("\n}\n");
  }

  @Test
  void theCurveIsThinnedAndKeepsItsEnds() {
    double[][] sure = new double[1000][10];
    int[] truth = new int[1000];
    List<Prediction> answers = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      sure[i][0] = 1 - i / 2500.0;
      sure[i][1] = i / 2500.0;
      truth[i] = i == 999 ? 1 : 0;
      answers.add(Prediction.of(sure[i]));
    }
    JsonNode points =
        JsonReport.tree(SampleAnswers.report(Answers.of(truth, answers))).get("riskCoverage");

    assertThat(points).hasSize(JsonReport.MOST_POINTS);
    assertThat(points.get(0).get("threshold").doubleValue()).isEqualTo(1);
    assertThat(points.get(0).get("coverage").doubleValue()).isEqualTo(0.001);
    assertThat(points.get(JsonReport.MOST_POINTS - 1).get("coverage").doubleValue()).isEqualTo(1);
    assertThat(points.get(JsonReport.MOST_POINTS - 1).get("risk").doubleValue()).isEqualTo(0.001);
  }

  @Test
  void aCallerMayAddKeys() throws JsonProcessingException {
    ObjectNode tree = JsonReport.tree(report).put("trainSeconds", 12.5);

    assertThat(MAPPER.readTree(JsonReport.render(tree))).isEqualTo(tree);
  }

  private static void requireFigure(JsonNode actual, OptionalDouble expected) {
    if (expected.isPresent()) {
      assertThat(actual.doubleValue()).isEqualTo(expected.getAsDouble());
    } else {
      assertThat(actual.isNull()).isTrue();
    }
  }
}
