package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ComponentSpec;

/** Features of one kind as nodes of a graph. */
interface FeatureGraph {
  /** The name of the features, such as {@code hog}. */
  String name();

  /**
   * Adds the nodes that describe digits.
   *
   * @param spec the features with every setting spelled out, as {@code FeatureExtractor.spec()}
   *     does
   * @param ink the digits
   * @return digits x features, the features in the extractor's order
   * @throws IllegalArgumentException if a graph cannot express these settings, naming them
   */
  Tensor describe(ComponentSpec spec, Ink ink);
}
