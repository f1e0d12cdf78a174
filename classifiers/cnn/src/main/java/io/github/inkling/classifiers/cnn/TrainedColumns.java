package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.training.ClassLabels;
import io.github.inkling.core.training.Examples;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.NetworkTraining;
import io.github.inkling.core.training.Temperature;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes a classifier of networks that learned side by side.
 *
 * @param results what became of each
 */
record TrainedColumns(List<NetworkTraining.Result<CnnWeights>> results) {
  /**
   * Calibrates: each network for itself, and where there are several, what they say together, too.
   *
   * @param heldOut digits that none has learned from, or none
   */
  CnnClassifier classifier(ClassLabels classes, int views, Examples heldOut) {
    Columns columns =
        new Columns(
            results.stream()
                .map(result -> result.weights().calibrated(result.temperature()))
                .toList());
    if (results.size() == 1) {
      return new CnnClassifier(classes, columns, views, results.get(0).report());
    }
    Map<String, String> report = report();
    if (heldOut.size() > 0) {
      Interruption.check();
      float[] outputs = columns.outputs(LearningCnn.pixels(heldOut), heldOut.size(), views);
      Temperature joint = Temperature.fit(outputs, heldOut.targets(), classes.size());
      joint.figures().forEach((figure, value) -> report.put(figure + " together", value));
      columns = columns.calibrated(joint);
    }
    return new CnnClassifier(classes, columns, views, report);
  }

  /** Of each figure the values of all networks, or the one that all have. */
  private Map<String, String> report() {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("columns", String.valueOf(results.size()));
    Set<String> figures = new LinkedHashSet<>();
    results.forEach(result -> figures.addAll(result.report().keySet()));
    for (String figure : figures) {
      List<String> values = results.stream().map(result -> result.report().get(figure)).toList();
      if (values.stream().anyMatch(Objects::isNull)) {
        for (int column = 0; column < values.size(); column++) {
          if (values.get(column) != null) {
            report.put("%s in column %d".formatted(figure, column + 1), values.get(column));
          }
        }
      } else {
        report.put(
            figure,
            values.stream().distinct().count() == 1 ? values.get(0) : String.join(", ", values));
      }
    }
    report.computeIfPresent(
        NetworkTraining.COPIES,
        (figure, none) ->
            String.valueOf(
                results.stream()
                    .mapToLong(result -> Long.parseLong(result.report().get(figure)))
                    .sum()));
    return report;
  }
}
