package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ComponentSpec;

/**
 * Edge directions of zones by Sobel's gradient: the nodes of what {@code EdgeFeatures} computes.
 * Canny's detector follows edges from pixel to pixel, which a graph without loops cannot.
 */
final class EdgesGraph implements FeatureGraph {
  private static final float FULL_STEP = 4 * Ink.FULL;

  @Override
  public String name() {
    return "edges";
  }

  @Override
  public Tensor describe(ComponentSpec spec, Ink ink) {
    spec.allow("operator", "grid", "bins");
    String operator = spec.text("operator", "");
    if (!operator.equals("sobel")) {
      throw new IllegalArgumentException(
          "edges with operator=%s cannot be expressed as an ONNX graph; edges:operator=sobel can"
              .formatted(operator));
    }
    int bins = spec.integer("bins", 0);
    Ink.Differences differences = Ink.differences(ink.levels(), -1, 0, 1, -2, 0, 2, -1, 0, 1);
    Tensor votes = differences.votes(differences.lengths().over(FULL_STEP), bins, true, 0);
    return ZoneSettings.of(spec.text("grid", ""), true).rootsOfMeans(votes, bins);
  }
}
