package io.github.inkling.classifiers.onnx;

import java.util.List;

/** The pixels of digits in a graph, as the features of Inkling see them: whole levels of ink. */
final class Ink {
  /** Full ink. */
  static final float FULL = 255;

  private static final float TANGENT_OF_HALF_OCTANT = (float) Math.tan(Math.PI / 8);

  private final Tensor levels;

  /**
   * Adds the nodes that turn an input into levels.
   *
   * @param pixels digits x 1 x 28 x 28, each in 0 (paper) to 1 (ink)
   */
  Ink(Tensor pixels) {
    // Whole numbers, as in a DigitImage: their sums and differences in floats are exact.
    this.levels = pixels.times(FULL).plus(0.5f).floor().atLeast(0).atMost(FULL);
  }

  Graph graph() {
    return levels.graph();
  }

  /** Digits x 1 x 28 x 28, each a whole number in 0 (paper) to 255 (ink). */
  Tensor levels() {
    return levels;
  }

  /**
   * Differences of neighbouring values by two 3 x 3 masks; a digit has paper all around it.
   *
   * @param values digits x 1 x 28 x 28
   * @param mask nine factors, row by row, for the difference to the right; those for the difference
   *     downwards are the same across the diagonal
   */
  static Differences differences(Tensor values, float... mask) {
    float[] masks = new float[18];
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 3; x++) {
        masks[3 * y + x] = mask[3 * y + x];
        masks[9 + 3 * x + y] = mask[3 * y + x];
      }
    }
    Graph graph = values.graph();
    Tensor both =
        graph.node(
            "Conv",
            List.of(
                Graph.attribute("kernel_shape", List.of(3L, 3L)),
                Graph.attribute("pads", List.of(1L, 1L, 1L, 1L))),
            values,
            graph.constants(masks, 2, 1, 3, 3));
    return new Differences(both.slice(1, 0, 1), both.slice(1, 1, 2));
  }

  /**
   * How values change at every pixel.
   *
   * @param dx digits x 1 x 28 x 28, to the right
   * @param dy digits x 1 x 28 x 28, downwards
   */
  record Differences(Tensor dx, Tensor dy) {
    /** Lengths, digits x 1 x 28 x 28. */
    Tensor lengths() {
      return dx.times(dx).plus(dy.times(dy)).squareRoot();
    }

    /**
     * Shares the weight of every pixel between the two directions that are nearest to its own.
     *
     * @param weights digits x 1 x 28 x 28
     * @param count directions, 2 or more
     * @param signed whether they cover 360 degrees, or 180
     * @param first where direction 0 is, in distances of two directions
     * @return digits x directions x 28 x 28
     */
    Tensor votes(Tensor weights, int count, boolean signed, float first) {
      Graph graph = dx.graph();
      float half = signed ? count / 2f : count;
      float[] places = new float[count];
      for (int k = 0; k < count; k++) {
        places[k] = k + first;
      }
      Tensor away = angles(half, count).minus(graph.constants(places, count, 1, 1)).magnitude();
      // The nearer of the two ways around the circle.
      Tensor shares = away.subtractedFrom(1).atLeast(away.minus(graph.constant(count - 1f)));
      return shares.positivePart().times(weights);
    }

    /**
     * Directions in 0 to {@code turn}, where {@code half} is opposite to 0. They are exact where
     * vectors lie along an axis or a diagonal: a rounding error there would give a vote to the
     * wrong neighbour, and the square root of a very small vote is not small.
     */
    private Tensor angles(float half, float turn) {
      Tensor width = dx.magnitude();
      Tensor height = dy.magnitude();
      // Without any length there is no vote: any angle will do, but NaN.
      Tensor longer = width.atLeast(height).atLeast(1e-20f);
      Tensor shorter = width.atMost(height);
      // The angle from the axis or from the diagonal, whichever is nearer.
      Tensor isNearAxis = shorter.isLess(longer.times(TANGENT_OF_HALF_OCTANT));
      Tensor fromAxis = shorter.over(longer);
      Tensor fromDiagonal = longer.minus(shorter).over(longer.plus(shorter));
      Tensor angle =
          isNearAxis.choose(fromAxis, fromDiagonal).arcTangent().times((float) (half / Math.PI));
      Tensor octant = isNearAxis.choose(angle, angle.subtractedFrom(half / 4));
      Tensor quadrant = width.isLess(height).choose(octant.subtractedFrom(half / 2), octant);
      Tensor upper = dx.isLess(0).choose(quadrant.subtractedFrom(half), quadrant);
      return dy.isLess(0).choose(upper.subtractedFrom(turn), upper);
    }
  }
}
