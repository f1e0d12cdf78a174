package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.model.ComponentSpec;
import java.util.ArrayList;
import java.util.List;

/** Histograms of oriented gradients: the nodes of what {@code HogFeatures} computes. */
final class HogGraph implements FeatureGraph {
  private static final float CLIP = 0.2f;

  @Override
  public String name() {
    return "hog";
  }

  @Override
  public Tensor describe(ComponentSpec spec, Ink ink) {
    Settings settings = new Settings(spec);
    Ink.Differences differences =
        Ink.differences(ink.levels().squareRoot(), 0, 0, 0, -1, 0, 1, 0, 0, 0);
    Tensor votes = differences.votes(differences.lengths(), settings.bins, settings.signed, 0.5f);
    List<Tensor> scales = new ArrayList<>();
    for (int scale = 0; scale < settings.cells.size(); scale++) {
      float weight = settings.weights.get(scale).floatValue();
      scales.add(scale(settings, settings.cells.get(scale), votes).times(weight));
    }
    return Tensor.join(1, scales);
  }

  private static Tensor scale(Settings settings, int cell, Tensor votes) {
    int block = settings.block;
    AxisWeights axis = AxisWeights.cells(cell, block, settings.stride);
    long blocks = axis.places() / block;
    long values = (long) block * block * settings.bins;
    Tensor ordered =
        AxisWeights.sums(votes, settings.bins, axis, axis)
            .reshape(settings.bins, blocks, block, blocks, block)
            .transpose(0, 2, 4, 3, 5, 1)
            .reshape(blocks * blocks, values);
    // L2-Hys: to length 1, clipped, and to length 1 again.
    Tensor clipped = ordered.over(length(ordered).plus(0.1f * values)).atMost(CLIP);
    Tensor normal = clipped.over(length(clipped).plus(1e-3f));
    return (settings.root ? normal.squareRoot() : normal).reshape(blocks * blocks * values);
  }

  private static Tensor length(Tensor blocks) {
    return blocks.times(blocks).sum(2).squareRoot();
  }

  private static final class Settings {
    final List<Integer> cells;
    final List<Double> weights;
    final int block;
    final int stride;
    final int bins;
    final boolean signed;
    final boolean root;

    Settings(ComponentSpec spec) {
      spec.allow("cell", "weights", "block", "stride", "bins", "signed", "root");
      cells = spec.integers("cell", List.of());
      weights = spec.numbers("weights", List.of());
      block = spec.integer("block", 0);
      stride = spec.integer("stride", 0);
      bins = spec.integer("bins", 0);
      signed = spec.flag("signed", true);
      root = spec.flag("root", false);
    }
  }
}
