package io.github.inkling.evaluation.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.JsonReport;
import io.github.inkling.evaluation.significance.CorrectedResampledTTest;
import io.github.inkling.evaluation.significance.HolmCorrection;
import io.github.inkling.evaluation.significance.McNemarTest;
import java.util.ArrayList;
import java.util.List;

/**
 * A leaderboard as JSON, for programs. Keys come in a fixed order; what is undefined is {@code
 * null}. All that the clock or the machine decides stands under {@code cost}: without those keys,
 * the same digits, settings, seeds and versions give the same bytes.
 *
 * <ul>
 *   <li>{@code training}, {@code tests}: name, content hash and number of digits of each data set
 *   <li>{@code protocol}: what was measured of each configuration
 *   <li>{@code cells}: the best first, each with its {@code configuration} (names and full
 *       settings), {@code likeBest} (whether it cannot be told from the best), {@code runs} (per
 *       seed, for each test set the keys of {@link JsonReport} without curves and times), {@code
 *       crossValidation}, {@code learningCurve}, {@code robustness}, and its {@code cost}, where
 *       {@code pareto} is, too
 *   <li>{@code comparisons}: of every two cells on the first test set, {@code first} and {@code
 *       second} as places in {@code cells}, how many digits only one of them answered rightly, the
 *       p-value of the exact McNemar test, and the same after Holm's correction
 *   <li>{@code foldComparisons}: of every two cells, if there was a cross-validation, the mean
 *       difference of the folds' accuracies, the p-value of the corrected resampled t-test (Nadeau
 *       and Bengio), and the same after Holm's correction
 *   <li>{@code failures}: configurations that came to nothing, with the reason
 * </ul>
 */
public final class JsonLeaderboard {
  private static final List<String> LEFT_OUT =
      List.of("riskCoverage", "reliability", "featureSeconds", "predictSeconds");

  private JsonLeaderboard() {}

  /**
   * Renders a leaderboard.
   *
   * @param leaderboard the figures
   * @return JSON of many lines, the last one ended too
   */
  public static String render(Leaderboard leaderboard) {
    return JsonReport.render(tree(leaderboard));
  }

  /**
   * The leaderboard as a tree, to which a caller may add keys of its own.
   *
   * @param leaderboard the figures
   * @return a new object
   */
  public static ObjectNode tree(Leaderboard leaderboard) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json.putObject("training"), leaderboard.training());
    ArrayNode tests = json.putArray("tests");
    leaderboard.tests().forEach(test -> put(tests.addObject(), test));
    putProtocol(json.putObject("protocol"), leaderboard.protocol());
    List<Cell> front = leaderboard.paretoFront();
    List<Cell> best = leaderboard.indistinguishableFromBest();
    // Curves of all cells and classes take their time, so all cores share them.
    List<ObjectNode> cells =
        leaderboard.ranked().parallelStream()
            .map(cell -> tree(cell, best.contains(cell), front.contains(cell)))
            .toList();
    json.putArray("cells").addAll(cells);
    putComparisons(json.putArray("comparisons"), leaderboard);
    if (leaderboard.protocol().folds() > 0) {
      putFoldComparisons(json.putArray("foldComparisons"), leaderboard.ranked());
    }
    ArrayNode failures = json.putArray("failures");
    for (Failure failure : leaderboard.failures()) {
      ObjectNode tree = failures.addObject();
      putConfiguration(tree.putObject("configuration"), failure.configuration());
      tree.put("reason", failure.reason());
    }
    return json;
  }

  private static ObjectNode tree(Cell cell, boolean isBest, boolean isOnFront) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    putConfiguration(json.putObject("configuration"), cell.configuration());
    json.put("likeBest", isBest);
    putMeasured(json, cell);
    ObjectNode cost = json.putObject("cost");
    cost.put("pareto", isOnFront);
    CellJson.putCost(cost, cell.cost());
    return json;
  }

  private static void put(ObjectNode json, DataSet data) {
    json.put("data", data.name()).put("dataHash", data.hash()).put("samples", data.samples());
  }

  private static void putProtocol(ObjectNode json, Protocol protocol) {
    protocol.seeds().forEach(json.putArray("seeds")::add);
    json.put("folds", protocol.folds());
    protocol.learningSizes().forEach(json.putArray("learningSizes")::add);
    json.put("corruptedDigits", protocol.corruptedDigits())
        .put("singleDigits", protocol.singleDigits());
  }

  private static void putConfiguration(ObjectNode json, Configuration configuration) {
    json.put("name", configuration.name())
        .put("preprocessing", configuration.preprocessing().spec())
        .put("features", configuration.features().spec())
        .put("classifier", configuration.classifier().spec());
  }

  private static void putMeasured(ObjectNode json, Cell cell) {
    ObjectNode measured = CellJson.tree(cell);
    ArrayNode runs = json.putArray("runs");
    for (Run run : cell.runs()) {
      ObjectNode tree = runs.addObject().put("seed", run.seed());
      ArrayNode tests = tree.putArray("tests");
      for (EvaluationReport report : run.tests()) {
        tests.add(JsonReport.tree(report).remove(LEFT_OUT));
      }
    }
    for (String key : List.of("crossValidation", "learningCurve", "robustness")) {
      if (measured.has(key)) {
        json.set(key, measured.get(key));
      }
    }
  }

  private static void putComparisons(ArrayNode json, Leaderboard leaderboard) {
    PairwiseTests tests = leaderboard.comparisons(0);
    int cells = leaderboard.cells().size();
    for (int first = 0; first < cells; first++) {
      for (int second = first + 1; second < cells; second++) {
        McNemarTest test = tests.test(first, second);
        json.addObject()
            .put("first", first)
            .put("second", second)
            .put("onlyFirstRight", test.onlyFirstRight())
            .put("onlySecondRight", test.onlySecondRight())
            .put("p", test.pValue())
            .put("adjustedP", tests.adjustedP(first, second));
      }
    }
  }

  private static void putFoldComparisons(ArrayNode json, List<Cell> ranked) {
    List<CorrectedResampledTTest> tests = new ArrayList<>();
    for (int first = 0; first < ranked.size(); first++) {
      for (int second = first + 1; second < ranked.size(); second++) {
        CrossValidation validation = ranked.get(first).crossValidation().orElseThrow();
        tests.add(validation.compare(ranked.get(second).crossValidation().orElseThrow()));
        json.addObject().put("first", first).put("second", second);
      }
    }
    List<Double> adjusted =
        HolmCorrection.of(tests.stream().mapToDouble(CorrectedResampledTTest::pValue).toArray())
            .adjusted();
    for (int i = 0; i < tests.size(); i++) {
      ((ObjectNode) json.get(i))
          .put("meanDifference", tests.get(i).meanDifference())
          .put("p", tests.get(i).pValue())
          .put("adjustedP", adjusted.get(i));
    }
  }
}
