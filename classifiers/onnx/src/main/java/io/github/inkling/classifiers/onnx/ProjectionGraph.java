package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;

/** Ink of lines: the nodes, a matrix product, of what {@code ProjectionFeatures} computes. */
final class ProjectionGraph implements FeatureGraph {
  private static final int SIZE = DigitImage.SIZE;
  private static final int DIAGONALS = 2 * SIZE - 1;

  @Override
  public String name() {
    return "projection";
  }

  @Override
  public Tensor describe(ComponentSpec spec, Ink ink) {
    spec.allow("diagonals");
    boolean diagonals = spec.flag("diagonals", false);
    int lines = 2 * SIZE + (diagonals ? 2 * DIAGONALS : 0);
    float[] matrix = new float[DigitImage.PIXELS * lines];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int row = (y * SIZE + x) * lines;
        matrix[row + y] = 1;
        matrix[row + SIZE + x] = 1;
        if (diagonals) {
          matrix[row + 2 * SIZE + x - y + SIZE - 1] = 1;
          matrix[row + 2 * SIZE + DIAGONALS + x + y] = 1;
        }
      }
    }
    return ink.levels()
        .reshape(DigitImage.PIXELS)
        .product(ink.graph().constants(matrix, DigitImage.PIXELS, lines))
        .over(Ink.FULL * SIZE);
  }
}
