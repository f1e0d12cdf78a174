package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.training.Temperature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Networks of the same classes that answer together, or one alone: their outputs are averaged,
 * which is the geometric mean of their probabilities.
 *
 * @param networks at least one
 */
record Columns(List<CnnWeights> networks) {
  /** The setting of their number, in files. */
  static final String COUNT = "columns";

  private static final int MOST = 16;

  static void requireCount(int count) {
    SettingRange.require(COUNT, count, 1, MOST);
  }

  /** What a column is called among others, in files. */
  static String name(int column) {
    return "column" + column;
  }

  /**
   * The outputs for some digits, before the softmax.
   *
   * @param pixels one row of 784 values per digit
   * @param digits number of rows
   * @param views from how many places each looks
   * @return one row of values per digit, a value for each class
   * @throws IllegalStateException if PyTorch is not there for this platform
   */
  float[] outputs(float[] pixels, int digits, int views) {
    float[] mean = Views.outputs(networks.get(0), pixels, digits, views);
    for (int column = 1; column < networks.size(); column++) {
      float[] others = Views.outputs(networks.get(column), pixels, digits, views);
      for (int i = 0; i < mean.length; i++) {
        // Of so many columns, the mean.
        mean[i] += (others[i] - mean[i]) / (column + 1);
      }
    }
    return mean;
  }

  /** Those whose outputs are these divided by a temperature. */
  Columns calibrated(Temperature temperature) {
    return new Columns(networks.stream().map(network -> network.calibrated(temperature)).toList());
  }

  /** One alone as it is, several as parts; beside some settings and arrays of others. */
  ModelState state(Map<String, String> others, Map<String, ModelArray> otherArrays) {
    if (networks.size() == 1) {
      return networks.get(0).state(CnnClassifier.NAME, others, otherArrays);
    }
    Map<String, String> settings = new LinkedHashMap<>(others);
    settings.put(COUNT, String.valueOf(networks.size()));
    ModelState state = new ModelState(CnnClassifier.NAME, settings, otherArrays);
    for (int column = 0; column < networks.size(); column++) {
      ModelState part = networks.get(column).state(CnnClassifier.NAME, Map.of(), Map.of());
      state = state.withPart(name(column), part);
    }
    return state;
  }

  /**
   * Reads them.
   *
   * @param state what {@link #state} gave
   * @param classes number of classes
   * @throws IllegalArgumentException if a setting or an array is missing or does not fit
   */
  static Columns restore(ModelState state, int classes) {
    if (!state.settings().containsKey(COUNT) && !state.settings().containsKey(name(0))) {
      return new Columns(List.of(CnnWeights.restore(state, classes)));
    }
    int count = state.integer(COUNT);
    requireCount(count);
    return new Columns(
        IntStream.range(0, count)
            .mapToObj(column -> CnnWeights.restore(state.part(name(column)), classes))
            .toList());
  }
}
