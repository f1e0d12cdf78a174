package io.github.inkling.evaluation.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.JsonReport;
import java.util.List;
import java.util.Set;

/**
 * A leaderboard as JSON, for programs. Keys come in a fixed order; what is undefined is {@code
 * null}. All that the clock or the machine decides stands under {@code cost}: without those keys,
 * the same digits, settings, seeds and versions give the same bytes.
 *
 * <ul>
 *   <li>{@code training}, {@code tests}: name, content hash and number of digits of each data set
 *   <li>{@code protocol}: what was measured of each configuration
 *   <li>{@code cells}: the best first, each with its {@code configuration} (names and full
 *       settings), {@code pareto}, {@code best}, {@code runs} (per seed, for each test set the keys
 *       of {@link JsonReport} without curves and times), {@code crossValidation}, {@code
 *       learningCurve}, {@code robustness}, and its {@code cost}
 *   <li>{@code comparisons}: of every two cells on the first test set, {@code first} and {@code
 *       second} as places in {@code cells}, how many digits only one of them answered rightly, the
 *       p-value of the exact McNemar test, and the same after Holm's correction
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
    List<Cell> ranked = leaderboard.ranked();
    Set<Cell> front = Set.copyOf(leaderboard.paretoFront());
    Set<Cell> best = Set.copyOf(leaderboard.indistinguishableFromBest());
    ArrayNode cells = json.putArray("cells");
    for (Cell cell : ranked) {
      ObjectNode tree = cells.addObject();
      putConfiguration(tree.putObject("configuration"), cell.configuration());
      tree.put("best", best.contains(cell));
      putMeasured(tree, cell);
      ObjectNode cost = tree.putObject("cost");
      cost.put("pareto", front.contains(cell));
      CellJson.putCost(cost, cell.cost());
    }
    putComparisons(json.putArray("comparisons"), leaderboard, ranked);
    ArrayNode failures = json.putArray("failures");
    for (Failure failure : leaderboard.failures()) {
      ObjectNode tree = failures.addObject();
      putConfiguration(tree.putObject("configuration"), failure.configuration());
      tree.put("reason", failure.reason());
    }
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

  private static void putComparisons(ArrayNode json, Leaderboard leaderboard, List<Cell> ranked) {
    int[] places = leaderboard.cells().stream().mapToInt(ranked::indexOf).toArray();
    for (PairwiseComparison pair : leaderboard.comparisons(0)) {
      json.addObject()
          .put("first", places[pair.first()])
          .put("second", places[pair.second()])
          .put("onlyFirstRight", pair.test().onlyFirstRight())
          .put("onlySecondRight", pair.test().onlySecondRight())
          .put("p", pair.test().pValue())
          .put("adjustedP", pair.adjustedP());
    }
  }
}
