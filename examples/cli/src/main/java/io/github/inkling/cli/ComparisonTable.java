package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.classifiers.ensemble.Score;
import io.github.inkling.core.dataset.LabeledDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Models compared on the same digits, with one more figure for each, as a table and as JSON. */
final class ComparisonTable {
  private record Row(String model, Score score, String figure) {}

  private final LabeledDigits data;
  private final String figureName;
  private final String note;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Makes a table without rows.
   *
   * @param figureName what the further figure is
   * @param note lines below the table
   */
  ComparisonTable(LabeledDigits data, String figureName, String note) {
    this.data = data;
    this.figureName = figureName;
    this.note = note;
  }

  /** Adds a model; the figure may be empty. */
  void add(String model, Score score, String figure) {
    rows.add(new Row(model, score, figure));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(format("On %s, %,d digits%n", data.name(), rows.get(0).score().digits()));
    text.append(
        format("  %7s%9s%10s%10s  %s%n", "errors", "error", "log loss", figureName, "model"));
    for (Row row : rows) {
      Score score = row.score();
      text.append(
          format(
              "  %7d%8.2f%%%10.4f%10s  %s%n",
              score.errors(),
              100.0 * score.errors() / score.digits(),
              score.logLoss(),
              row.figure(),
              row.model()));
    }
    return text.append(note).toString();
  }

  void describe(ObjectNode json) {
    json.put("data", data.name());
    json.put("dataHash", data.contentHash());
    json.put("samples", rows.get(0).score().digits());
    ArrayNode models = json.putArray("models");
    for (Row row : rows) {
      models
          .addObject()
          .put("model", row.model())
          .put("errors", row.score().errors())
          .put("logLoss", row.score().logLoss());
    }
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
