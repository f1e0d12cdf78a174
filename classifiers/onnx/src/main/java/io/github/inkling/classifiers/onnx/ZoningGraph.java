package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ComponentSpec;
import java.util.List;

/** Ink and stroke directions of zones: the nodes of what {@code ZoningFeatures} computes. */
final class ZoningGraph implements FeatureGraph {
  @Override
  public String name() {
    return "zoning";
  }

  @Override
  public Tensor describe(ComponentSpec spec, Ink ink) {
    spec.allow("", "directions", "soft");
    ZoneSettings zones = ZoneSettings.of(spec.text("", ""), spec.flag("soft", true));
    int directions = spec.integer("directions", 0);
    Tensor share = ink.levels().over(Ink.FULL);
    if (directions == 0) {
      return zones.rootsOfMeans(share, 1);
    }
    Ink.Differences differences = Ink.differences(ink.levels(), 0, 0, 0, -1, 0, 1, 0, 0, 0);
    Tensor votes = differences.votes(differences.lengths().over(Ink.FULL), directions, false, 0);
    return zones.rootsOfMeans(Tensor.join(1, List.of(share, votes)), 1 + directions);
  }
}
