package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.training.ClassLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A multilayer perceptron: rectified hidden layers and a softmax over the classes that occurred in
 * training. A class that was absent has probability 0.
 *
 * <p>A batch of up to 8 digits and a larger one sum floats in different orders, and a digit's
 * probabilities may differ by that rounding. Batches on the same side give a digit the same bits at
 * the same place, however large they are; whether the place matters depends on the processor.
 */
public final class MlpClassifier implements Classifier {
  static final String NAME = "mlp";

  private final ClassLabels classes;
  private final List<DenseLayer> layers;
  private final Map<String, String> report;

  /**
   * Puts a trained network together.
   *
   * @param classes the digits that occurred in training
   * @param layers from the features to the classes
   * @param report what training came to
   */
  MlpClassifier(ClassLabels classes, List<DenseLayer> layers, Map<String, String> report) {
    this.classes = classes;
    this.layers = List.copyOf(layers);
    this.report = report;
  }

  static MlpClassifier restore(ModelState state) {
    ClassLabels classes = ClassLabels.restore(state);
    int count = state.integer("layers");
    SettingRange.require("the mlp's number of layers", count, 1, 100);
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      int[] shape = state.shape("weights" + l);
      if (shape.length != 2 || (l > 0 && shape[1] != layers.get(l - 1).units()) || shape[1] < 1) {
        throw new IllegalArgumentException(
            "the mlp's array 'weights%d' does not fit the layer before: its shape is %s"
                .formatted(l, Arrays.toString(shape)));
      }
      float[] weights = state.floats("weights" + l, shape);
      layers.add(new DenseLayer(shape[1], weights, state.floats("biases" + l, shape[0])));
    }
    if (layers.get(count - 1).units() != classes.size()) {
      throw new IllegalArgumentException(
          "the mlp has %d outputs, but %d classes"
              .formatted(layers.get(count - 1).units(), classes.size()));
    }
    return new MlpClassifier(classes, layers, Map.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int features() {
    return layers.get(0).inputs();
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    digits.requireColumns(features());
    float[] values = digits.values();
    for (int l = 0; l < layers.size(); l++) {
      boolean rectified = l < layers.size() - 1;
      values = layers.get(l).forward(values, digits.rows(), rectified);
    }
    float[] outputs = values;
    return IntStream.range(0, digits.rows())
        .parallel()
        .mapToObj(digit -> classes.prediction(outputs, digit))
        .toList();
  }

  @Override
  public Map<String, String> report() {
    return report;
  }

  @Override
  public ModelState state() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("layers", String.valueOf(layers.size()));
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("classes", classes.array());
    for (int l = 0; l < layers.size(); l++) {
      DenseLayer layer = layers.get(l);
      arrays.put("weights" + l, ModelArray.of(layer.weights(), layer.units(), layer.inputs()));
      arrays.put("biases" + l, ModelArray.of(layer.biases(), layer.units()));
    }
    return new ModelState(NAME, settings, arrays);
  }
}
