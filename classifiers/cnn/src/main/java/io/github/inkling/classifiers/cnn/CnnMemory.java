package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.training.NetworkMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down a network in training: of each parameter its values, its last step and its average.
 */
final class CnnMemory implements NetworkMemory<CnnWeights> {
  private static final String STEPS = "steps";

  private final List<Parameter> parameters;
  private final List<Normalization> normalizations;
  private final Descent descent;
  private final Tensors tensors;
  private final int classes;

  CnnMemory(List<LearningLayer> layers, Descent descent, Tensors tensors, int classes) {
    this.parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    this.normalizations = layers.stream().flatMap(layer -> layer.normalization().stream()).toList();
    this.descent = descent;
    this.tensors = tensors;
    this.classes = classes;
  }

  @Override
  public ModelState save() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      put(arrays, "parameter" + i, parameters.get(i).save());
    }
    for (int i = 0; i < normalizations.size(); i++) {
      put(arrays, "normalization" + i, normalizations.get(i).save());
    }
    return new ModelState(
        CnnClassifier.NAME, Map.of(STEPS, String.valueOf(descent.steps())), arrays);
  }

  private static void put(Map<String, ModelArray> arrays, String name, float[]... rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length);
    }
    arrays.put(name, ModelArray.of(all, rows.length, rows[0].length));
  }

  @Override
  public void load(ModelState state) {
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      parameter.load(tensors, rows(state, "parameter" + i, 3, parameter.size()));
    }
    for (int i = 0; i < normalizations.size(); i++) {
      Normalization normalization = normalizations.get(i);
      normalization.load(tensors, rows(state, "normalization" + i, 4, normalization.units()));
    }
    descent.setSteps(state.integer(STEPS));
  }

  private static float[][] rows(ModelState state, String name, int count, int length) {
    float[] all = state.floats(name, count, length);
    float[][] rows = new float[count][length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(all, i * length, rows[i], 0, length);
    }
    return rows;
  }

  @Override
  public ModelState save(CnnWeights weights) {
    return weights.state(CnnClassifier.NAME, Map.of(), Map.of());
  }

  @Override
  public CnnWeights read(ModelState state) {
    return CnnWeights.restore(state, classes);
  }
}
