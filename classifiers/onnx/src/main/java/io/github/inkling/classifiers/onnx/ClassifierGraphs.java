package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.List;
import java.util.stream.Collectors;

/** The classifiers that a graph can express. */
final class ClassifierGraphs {
  private static final List<ClassifierGraph> ALL =
      List.of(
          new SvmGraph(),
          new KnnGraph(),
          new MlpGraph(),
          new CnnGraph(),
          new EnsembleGraph(),
          new CascadeGraph());

  private ClassifierGraphs() {}

  /**
   * The one for a classifier.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  static ClassifierGraph of(ModelState state) {
    return ALL.stream()
        .filter(graph -> graph.name().equals(state.classifier()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the classifier %s cannot be expressed as an ONNX graph; those that can are %s"
                        .formatted(state.classifier(), names())));
  }

  /**
   * The answer of a part that sees some of the features.
   *
   * @param firstColumn the first of them
   */
  static Tensor answer(ModelState part, Tensor features, int firstColumn) {
    ClassifierGraph graph = of(part);
    long end = (long) firstColumn + graph.features(part);
    return graph.answer(part, features.slice(1, firstColumn, end));
  }

  /**
   * Puts the probabilities of classes in the places of their digits; a digit that was absent in
   * training has probability 0.
   *
   * @param classes the digits, ascending
   * @param probabilities digits x classes
   */
  static Tensor byDigit(int[] classes, Tensor probabilities) {
    if (classes.length == Prediction.CLASSES) {
      return probabilities;
    }
    float[] places = new float[classes.length * Prediction.CLASSES];
    for (int i = 0; i < classes.length; i++) {
      places[i * Prediction.CLASSES + classes[i]] = 1;
    }
    return probabilities.product(
        probabilities.graph().constants(places, classes.length, Prediction.CLASSES));
  }

  private static String names() {
    return ALL.stream().map(ClassifierGraph::name).sorted().collect(Collectors.joining(", "));
  }
}
