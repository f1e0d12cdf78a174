package io.github.inkling.evaluation.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.robustness.Corruption;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A cell as JSON and back, all but the answers. */
final class CellJson {
  private CellJson() {}

  /** Where the answers of a run to a test set come from. */
  @FunctionalInterface
  interface AnswersSource {
    Answers of(int run, int test) throws IOException;
  }

  static ObjectNode tree(Cell cell) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode runs = json.putArray("runs");
    for (Run run : cell.runs()) {
      ObjectNode tree =
          runs.addObject().put("seed", run.seed()).put("trainSeconds", run.trainSeconds());
      ArrayNode tests = tree.putArray("tests");
      for (EvaluationReport report : run.tests()) {
        tests
            .addObject()
            .put("featureSeconds", report.featureSeconds())
            .put("predictSeconds", report.predictSeconds());
      }
    }
    putCost(json.putObject("cost"), cell.cost());
    cell.crossValidation().ifPresent(it -> putCrossValidation(json, it));
    ArrayNode points = json.putArray("learningCurve");
    for (LearningPoint point : cell.learningCurve()) {
      points
          .addObject()
          .put("trained", point.trained())
          .put("judged", point.judged())
          .put("wrong", point.wrong());
    }
    cell.robustness().ifPresent(it -> putRobustness(json.putObject("robustness"), it));
    ArrayNode neighbors = json.putArray("neighbors");
    for (Neighbors of : cell.neighbors()) {
      ObjectNode tree = neighbors.addObject().put("index", of.index());
      of.nearest().forEach(tree.putArray("nearest")::add);
    }
    return json;
  }

  static void putCost(ObjectNode json, Cost cost) {
    json.put("featureSeconds", cost.featureSeconds())
        .put("trainSeconds", cost.trainSeconds())
        .put("p50Micros", cost.p50Micros())
        .put("p99Micros", cost.p99Micros())
        .put("digitsPerSecond", cost.digitsPerSecond());
    put(json, "modelBytes", cost.modelBytes());
    put(json, "peakMegabytes", cost.peakMegabytes());
  }

  private static void put(ObjectNode json, String key, OptionalLong value) {
    if (value.isPresent()) {
      json.put(key, value.getAsLong());
    } else {
      json.putNull(key);
    }
  }

  private static void putCrossValidation(ObjectNode json, CrossValidation validation) {
    ObjectNode tree =
        json.putObject("crossValidation")
            .put("dataHash", validation.dataHash())
            .put("seed", validation.seed());
    ArrayNode folds = tree.putArray("folds");
    for (CrossValidation.Fold fold : validation.folds()) {
      folds
          .addObject()
          .put("trained", fold.trained())
          .put("judged", fold.judged())
          .put("right", fold.right())
          .put("logLoss", fold.logLoss());
    }
  }

  private static void putRobustness(ObjectNode json, RobustnessReport report) {
    json.put("dataHash", report.dataHash())
        .put("seed", report.seed())
        .put("digits", report.digits())
        .put("cleanErrors", report.cleanErrors());
    ObjectNode errors = json.putObject("errors");
    report
        .errors()
        .forEach((corruption, counts) -> counts.forEach(errors.withArray(corruption.name())::add));
  }

  /**
   * Makes a cell again.
   *
   * @throws IOException if answers cannot be read, or something is missing
   */
  static Cell cell(JsonNode json, CellKey key, AnswersSource answers) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (JsonNode run : required(json, "runs")) {
      List<EvaluationReport> reports = new ArrayList<>();
      for (JsonNode report : required(run, "tests")) {
        DataSet test = key.tests().get(reports.size());
        reports.add(
            new EvaluationReport(
                test.name(),
                test.hash(),
                answers.of(runs.size(), reports.size()),
                required(report, "featureSeconds").doubleValue(),
                required(report, "predictSeconds").doubleValue()));
      }
      runs.add(
          new Run(
              required(run, "seed").longValue(),
              required(run, "trainSeconds").doubleValue(),
              reports));
    }
    List<LearningPoint> points = new ArrayList<>();
    for (JsonNode point : required(json, "learningCurve")) {
      points.add(
          new LearningPoint(
              required(point, "trained").intValue(),
              required(point, "judged").intValue(),
              required(point, "wrong").intValue()));
    }
    List<Neighbors> neighbors = new ArrayList<>();
    for (JsonNode of : required(json, "neighbors")) {
      neighbors.add(
          new Neighbors(required(of, "index").intValue(), integers(required(of, "nearest"))));
    }
    return new Cell(
        key.configuration(),
        runs,
        json.has("crossValidation")
            ? Optional.of(crossValidation(json.get("crossValidation")))
            : Optional.empty(),
        points,
        json.has("robustness")
            ? Optional.of(robustness(key.tests().get(0).name(), json.get("robustness")))
            : Optional.empty(),
        cost(required(json, "cost")),
        neighbors);
  }

  private static Cost cost(JsonNode json) throws IOException {
    return new Cost(
        required(json, "featureSeconds").doubleValue(),
        required(json, "trainSeconds").doubleValue(),
        required(json, "p50Micros").doubleValue(),
        required(json, "p99Micros").doubleValue(),
        required(json, "digitsPerSecond").doubleValue(),
        optional(required(json, "modelBytes")),
        optional(required(json, "peakMegabytes")));
  }

  private static OptionalLong optional(JsonNode value) {
    return value.isNull() ? OptionalLong.empty() : OptionalLong.of(value.longValue());
  }

  private static CrossValidation crossValidation(JsonNode json) throws IOException {
    List<CrossValidation.Fold> folds = new ArrayList<>();
    for (JsonNode fold : required(json, "folds")) {
      folds.add(
          new CrossValidation.Fold(
              required(fold, "trained").intValue(),
              required(fold, "judged").intValue(),
              required(fold, "right").intValue(),
              required(fold, "logLoss").doubleValue()));
    }
    return new CrossValidation(
        required(json, "dataHash").asText(), required(json, "seed").longValue(), folds);
  }

  private static RobustnessReport robustness(String data, JsonNode json) throws IOException {
    Map<Corruption, List<Integer>> errors = new EnumMap<>(Corruption.class);
    JsonNode counts = required(json, "errors");
    for (Corruption corruption : Corruption.values()) {
      errors.put(corruption, integers(required(counts, corruption.name())));
    }
    return new RobustnessReport(
        data,
        required(json, "dataHash").asText(),
        required(json, "seed").longValue(),
        required(json, "digits").intValue(),
        required(json, "cleanErrors").intValue(),
        errors);
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.intValue()));
    return numbers;
  }

  private static JsonNode required(JsonNode json, String key) throws IOException {
    JsonNode value = json.get(key);
    if (value == null) {
      throw new IOException("cell.json has no " + key);
    }
    return value;
  }
}
