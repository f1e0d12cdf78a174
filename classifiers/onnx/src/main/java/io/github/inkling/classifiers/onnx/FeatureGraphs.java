package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ComponentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The features that a graph can express, and several of them side by side. */
final class FeatureGraphs {
  private static final List<FeatureGraph> ALL =
      List.of(
          new HogGraph(),
          new EdgesGraph(),
          new ZoningGraph(),
          new ScatteringGraph(),
          new ProjectionGraph(),
          new PixelsGraph());

  private FeatureGraphs() {}

  /**
   * Adds the nodes that describe digits.
   *
   * @param spec what {@code FeatureExtractor.spec()} gave, such as {@code
   *     hog:cell=7,...+0.5*zoning:4x4,...}
   * @return digits x features
   * @throws IllegalArgumentException if a graph cannot express one of them, naming it
   */
  static Tensor describe(String spec, Tensor pixels) {
    Ink ink = new Ink(pixels);
    List<Tensor> parts = new ArrayList<>();
    for (String part : spec.split("\\+", -1)) {
      int times = part.indexOf('*');
      float weight = times < 0 ? 1 : Float.parseFloat(part.substring(0, times));
      ComponentSpec features = ComponentSpec.parse(part.substring(times + 1));
      parts.add(named(features.name()).describe(features, ink).times(weight));
    }
    return Tensor.join(1, parts);
  }

  private static FeatureGraph named(String name) {
    return ALL.stream()
        .filter(features -> features.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the features %s cannot be expressed as an ONNX graph; those that can are %s"
                        .formatted(name, names())));
  }

  private static String names() {
    return ALL.stream().map(FeatureGraph::name).sorted().collect(Collectors.joining(", "));
  }
}
