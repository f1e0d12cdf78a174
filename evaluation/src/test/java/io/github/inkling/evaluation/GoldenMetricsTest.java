package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What scikit-learn 1.2.1 measures of the same files of predictions. To make the files, and then
 * what it says of them, anew:
 *
 * <pre>{@code
 * cd evaluation
 * /usr/bin/python3 src/test/python/golden_predictions.py
 * /usr/bin/python3 src/test/python/golden.py
 * }</pre>
 *
 * In the second file no 7 is true and no 4 is answered.
 */
class GoldenMetricsTest {
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @ValueSource(strings = {"golden.csv", "golden-missing.csv"})
  void answersAreCountedAsByScikitLearn(String file) throws IOException {
    EvaluationReport report = report(file);
    JsonNode golden = golden(file);

    require(golden.get("accuracy"), OptionalDouble.of(report.accuracy()));
    for (int truth = 0; truth < 10; truth++) {
      JsonNode row = golden.get("confusion").get(truth);
      for (int answer = 0; answer < 10; answer++) {
        assertThat(report.confusion().count(truth, answer)).isEqualTo(row.get(answer).intValue());
      }
      assertThat(report.confusion().rejected(truth)).isEqualTo(row.get(10).intValue());
    }
    requireAll(golden.get("precision"), byDigit(report, ClassMetrics::precision));
    requireAll(golden.get("recall"), byDigit(report, ClassMetrics::recall));
    requireAll(golden.get("f1"), byDigit(report, ClassMetrics::f1));
    requireAll(golden.get("macro"), values(report.macro()));
    requireAll(golden.get("weighted"), values(report.weighted()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"golden.csv", "golden-missing.csv"})
  void probabilitiesAreMeasuredAsByScikitLearn(String file) throws IOException {
    EvaluationReport report = report(file);
    ProbabilityMetrics metrics = report.probabilities();
    JsonNode golden = golden(file);

    require(golden.get("kappa"), report.kappa());
    require(golden.get("logLoss"), OptionalDouble.of(metrics.logLoss()));
    require(golden.get("brier"), OptionalDouble.of(metrics.brierScore()));
    requireAll(
        golden.get("topK"),
        IntStream.rangeClosed(1, 10).mapToObj(k -> OptionalDouble.of(metrics.topAccuracy(k))));
    requireAll(
        golden.get("rocAuc"),
        IntStream.range(0, 10).mapToObj(digit -> report.rocCurve(digit).auc()));
    requireAll(
        golden.get("averagePrecision"),
        IntStream.range(0, 10)
            .mapToObj(digit -> report.precisionRecallCurve(digit).averagePrecision()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"golden.csv", "golden-missing.csv"})
  void binsAreThoseOfScikitLearn(String file) throws IOException {
    ReliabilityDiagram diagram = report(file).reliability();
    List<ReliabilityDiagram.Bin> filled =
        diagram.bins().stream().filter(bin -> bin.count() > 0).toList();
    JsonNode golden = golden(file).get("reliability");

    require(golden.get("ece"), diagram.ece());
    require(golden.get("mce"), diagram.mce());
    requireAll(
        golden.get("counts"), diagram.bins().stream().map(bin -> OptionalDouble.of(bin.count())));
    requireAll(golden.get("confidence"), filled.stream().map(ReliabilityDiagram.Bin::confidence));
    requireAll(golden.get("accuracy"), filled.stream().map(ReliabilityDiagram.Bin::accuracy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"golden.csv", "golden-missing.csv"})
  void curvesGoThroughThePointsOfScikitLearn(String file) throws IOException {
    EvaluationReport report = report(file);

    for (Map.Entry<String, JsonNode> of : golden(file).get("roc").properties()) {
      List<RocCurve.Point> points = report.rocCurve(Integer.parseInt(of.getKey())).points();
      requireEach(of.getValue(), "falsePositiveRate", points, RocCurve.Point::falsePositiveRate);
      requireEach(of.getValue(), "truePositiveRate", points, RocCurve.Point::truePositiveRate);
    }
    for (Map.Entry<String, JsonNode> of : golden(file).get("precisionRecall").properties()) {
      List<PrecisionRecallCurve.Point> points =
          report.precisionRecallCurve(Integer.parseInt(of.getKey())).points();
      requireEach(of.getValue(), "threshold", points, PrecisionRecallCurve.Point::threshold);
      requireEach(of.getValue(), "recall", points, PrecisionRecallCurve.Point::recall);
      requireEach(of.getValue(), "precision", points, PrecisionRecallCurve.Point::precision);
    }
  }

  private static Stream<OptionalDouble> byDigit(
      EvaluationReport report, Function<ClassMetrics, OptionalDouble> metric) {
    return report.perClass().stream().map(metric);
  }

  private static Stream<OptionalDouble> values(Averages averages) {
    return Stream.of(averages.precision(), averages.recall(), averages.f1())
        .map(OptionalDouble::of);
  }

  private static <T> void requireEach(
      JsonNode golden, String key, List<T> points, Function<T, Double> value) {
    requireAll(golden.get(key), points.stream().map(value).map(OptionalDouble::of));
  }

  private static void requireAll(JsonNode expected, Stream<OptionalDouble> actual) {
    List<OptionalDouble> values = actual.toList();
    assertThat(values).hasSize(expected.size());
    for (int i = 0; i < values.size(); i++) {
      require(expected.get(i), values.get(i));
    }
  }

  private static void require(JsonNode expected, OptionalDouble actual) {
    assertThat(actual.isEmpty()).isEqualTo(expected.isNull());
    actual.ifPresent(
        value -> assertThat(value).isCloseTo(expected.doubleValue(), within(TOLERANCE)));
  }

  private static EvaluationReport report(String file) throws IOException {
    try (Reader in = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
      return SampleAnswers.report(PredictionsCsv.read(in, file));
    }
  }

  private static JsonNode golden(String file) throws IOException {
    try (InputStream in = open("golden.json")) {
      return new ObjectMapper().readTree(in).get(file);
    }
  }

  private static InputStream open(String name) {
    return GoldenMetricsTest.class.getResourceAsStream(name);
  }
}
