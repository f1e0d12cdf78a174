package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ModelState;

/** A classifier of one kind as nodes of a graph. */
interface ClassifierGraph {
  /** The name of the classifier, such as {@code mlp}. */
  String name();

  /** How many features a classifier was trained on. */
  int features(ModelState state);

  /**
   * Adds the nodes that answer digits.
   *
   * @param state what a model file keeps of it
   * @param features digits x features
   * @return digits x 10 probabilities
   * @throws IllegalArgumentException if a graph cannot express it, naming what and what it can
   */
  Tensor answer(ModelState state, Tensor features);
}
