package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.training.FiniteNumbers;
import io.github.inkling.core.training.Temperature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a network predicts with: of each layer that has some its weights and biases, those of batch
 * normalisation folded in. Immutable by agreement: the arrays are not copied.
 *
 * @param architecture its layers
 * @param weights of each layer, as {@link Architecture#shapes()} has them
 * @param biases of each layer
 */
record CnnWeights(Architecture architecture, List<float[]> weights, List<float[]> biases) {
  private static final String ARCHITECTURE = "architecture";

  /** The arrays and the architecture, beside some settings and arrays of others. */
  ModelState state(String name, Map<String, String> others, Map<String, ModelArray> otherArrays) {
    Map<String, String> settings = new LinkedHashMap<>(others);
    settings.put(ARCHITECTURE, architecture.text());
    Map<String, ModelArray> arrays = new LinkedHashMap<>(otherArrays);
    for (int l = 0; l < weights.size(); l++) {
      Architecture.WeightShape shape = architecture.shapes().get(l);
      arrays.put("weights" + l, ModelArray.of(weights.get(l), shape.extents()));
      arrays.put("biases" + l, ModelArray.of(biases.get(l), shape.units()));
    }
    return new ModelState(name, settings, arrays);
  }

  /**
   * Reads them.
   *
   * @param state what {@link #state} gave
   * @param classes number of classes
   * @throws IllegalArgumentException if a setting or an array is missing or does not fit
   */
  static CnnWeights restore(ModelState state, int classes) {
    Architecture architecture = Architecture.of(state.text(ARCHITECTURE), classes);
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int l = 0; l < architecture.shapes().size(); l++) {
      Architecture.WeightShape shape = architecture.shapes().get(l);
      weights.add(state.floats("weights" + l, shape.extents()));
      biases.add(state.floats("biases" + l, shape.units()));
    }
    return new CnnWeights(architecture, List.copyOf(weights), List.copyOf(biases));
  }

  /** Whether no weight or bias is NaN or infinite. */
  boolean isFinite() {
    return Stream.concat(weights.stream(), biases.stream()).allMatch(FiniteNumbers::all);
  }

  /** Those of the network whose outputs are these divided by a temperature. */
  CnnWeights calibrated(Temperature temperature) {
    int last = weights.size() - 1;
    List<float[]> dividedWeights = new ArrayList<>(weights);
    List<float[]> dividedBiases = new ArrayList<>(biases);
    dividedWeights.set(last, temperature.divide(weights.get(last)));
    dividedBiases.set(last, temperature.divide(biases.get(last)));
    return new CnnWeights(architecture, dividedWeights, dividedBiases);
  }
}
