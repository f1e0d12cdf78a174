package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ModelState;

/** A multilayer perceptron. */
final class MlpGraph implements ClassifierGraph {
  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public int features(ModelState state) {
    return state.shape("weights0")[1];
  }

  @Override
  public Tensor answer(ModelState state, Tensor features) {
    Graph graph = features.graph();
    int layers = state.integer("layers");
    int inputs = features(state);
    Tensor values = features;
    for (int layer = 0; layer < layers; layer++) {
      int units = state.shape("biases" + layer)[0];
      Tensor weights =
          graph.constants(state.floats("weights" + layer, units, inputs), units, inputs);
      Tensor biases = graph.constants(state.floats("biases" + layer, units), units);
      values = values.productWithRows(weights, biases, 1);
      if (layer < layers - 1) {
        values = values.positivePart();
      }
      inputs = units;
    }
    return ClassifierGraphs.byDigit(state.ints("classes", inputs), values.softmax());
  }
}
