package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.evaluation.search.Trial;
import io.github.inkling.evaluation.search.TuningResult;
import io.github.inkling.evaluation.search.Validation;
import java.util.Locale;
import java.util.OptionalDouble;

/** What came of tuning, from the best to the worst, as a table and as JSON. */
record TuningTable(
    LabeledDigits data, TuningResult result, Validation validation, TrainLine command) {
  private static final String NOTE =
      """

      The best was chosen by these digits, so its figures flatter it a little. This
      trains a model with its settings on all digits:
      """;
  private static final int PERCENT = 100;

  String text() {
    StringBuilder text = new StringBuilder(format("%s, %,d digits; ", data.name(), data.size()));
    text.append(
        validation.folds().isPresent()
            ? format("judged by cross-validation in %d folds%n", validation.folds().getAsInt())
            : format("judged on %,d of them, which none learned from%n", result.judged()));
    boolean folds = validation.folds().isPresent();
    text.append(
        format(
            "  %7s%s%10s%9s%9s  %s%n",
            "error",
            folds ? format("%8s", "+-") : "",
            "log loss",
            "learned",
            "seconds",
            "settings"));
    for (Trial trial : result.ranked()) {
      text.append(trial.failed() ? failed(trial) : row(trial, folds));
    }
    result
        .best()
        .ifPresent(best -> text.append(NOTE).append(command.wrapped(best.pipeline())).append('\n'));
    return text.toString();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("data", data.name());
    json.put("dataHash", data.contentHash());
    json.put("samples", data.size());
    if (validation.folds().isPresent()) {
      json.put("folds", validation.folds().getAsInt());
    } else {
      json.putNull("folds");
    }
    json.put("judged", result.judged());
    ArrayNode trials = json.putArray("trials");
    result.trials().forEach(trial -> trials.add(json(trial)));
    if (result.best().isPresent()) {
      Trial best = result.best().get();
      json.put("best", best.number());
      json.put("command", command.of(best.pipeline()));
    } else {
      json.putNull("best");
      json.putNull("command");
    }
    return json;
  }

  private static ObjectNode json(Trial trial) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", trial.number());
    ObjectNode settings = json.putObject("settings");
    trial.settings().forEach(settings::put);
    json.put("preprocessing", trial.pipeline().preprocessing());
    json.put("features", trial.pipeline().features());
    json.put("classifier", trial.pipeline().classifier());
    json.put("learned", trial.digits());
    put(json, "accuracy", trial.mean());
    put(json, "deviation", trial.deviation().orElse(Double.NaN));
    put(json, "logLoss", trial.logLoss());
    json.put("seconds", trial.seconds());
    json.put("failure", trial.failure().orElse(null));
    return json;
  }

  private static void put(ObjectNode json, String key, double value) {
    if (Double.isNaN(value)) {
      json.putNull(key);
    } else {
      json.put(key, value);
    }
  }

  private static String row(Trial trial, boolean folds) {
    OptionalDouble deviation = trial.deviation();
    String figures =
        format(
            "  %6.2f%%%s%10.4f%,9d%9.1f  ",
            PERCENT * (1 - trial.mean()),
            folds ? format("%7.2f%%", PERCENT * deviation.orElse(0)) : "",
            trial.logLoss(),
            trial.digits(),
            trial.seconds());
    return figures + wrapped(settings(trial), figures.length()) + "\n";
  }

  private static String failed(Trial trial) {
    String begin = "   failed  ";
    String reason = trial.failure().orElseThrow();
    return begin + wrapped(settings(trial) + ": " + reason, begin.length()) + "\n";
  }

  private static String settings(Trial trial) {
    return ComponentSpec.join(trial.settings()).replace(",", ", ");
  }

  /** Breaks a text at its spaces where it would be wider than a terminal. */
  private static String wrapped(String text, int indent) {
    StringBuilder lines = new StringBuilder();
    int column = indent;
    for (String word : text.split(" ", -1)) {
      if (column + 1 + word.length() > Terminal.COLUMNS && column > indent) {
        lines.append('\n').append(" ".repeat(indent));
        column = indent;
      } else if (column > indent) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
