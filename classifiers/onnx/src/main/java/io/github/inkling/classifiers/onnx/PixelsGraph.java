package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import java.util.List;

/** Means over squares of pixels: the nodes of what {@code PixelFeatures} computes. */
final class PixelsGraph implements FeatureGraph {
  @Override
  public String name() {
    return "pixels";
  }

  @Override
  public Tensor describe(ComponentSpec spec, Ink ink) {
    spec.allow("size");
    long size = spec.integer("size", DigitImage.SIZE);
    List<Long> square = List.of(DigitImage.SIZE / size, DigitImage.SIZE / size);
    return ink.graph()
        .node(
            "AveragePool",
            List.of(Graph.attribute("kernel_shape", square), Graph.attribute("strides", square)),
            ink.levels())
        .over(Ink.FULL)
        .reshape(size * size);
  }
}
