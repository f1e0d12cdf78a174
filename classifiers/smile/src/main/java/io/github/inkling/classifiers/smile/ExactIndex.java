package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The exact nearest neighbours. Their coordinates along a few {@link PrincipalAxes} rule most
 * training digits out: two digits are at least as far apart as these coordinates say, up to a
 * rounding error whose bound is known. The distances of the others are computed in doubles, over
 * all features, and decide. So the neighbours are those of a search through everything, bit for
 * bit, whatever the axes are.
 */
final class ExactIndex implements NeighborIndex {
  /** More axes make a longer product and fewer distances; chosen by time, where both are even. */
  private static final int AXES = 54;

  /** Digits of a block; its products with a panel stay in the processor's cache. */
  private static final int BLOCK = 128;

  /** Fewer digits are faster one by one, without a copy of the panels in native memory. */
  private static final int FEW = 8;

  private final int[] labels;
  private final AxisPanels panels;
  private final EuclideanDistance distance;

  ExactIndex(FeatureMatrix training, int[] labels) {
    SquaredNorms.requireModest(
        "training digit", training.values(), training.rows(), training.columns());
    this.labels = labels;
    this.panels = new AxisPanels(PrincipalAxes.of(training, AXES), training);
    this.distance = new EuclideanDistance(training);
  }

  @Override
  public List<List<Neighbor>> nearest(FeatureMatrix digits, int k) {
    if (digits.rows() <= FEW) {
      return IntStream.range(0, digits.rows())
          .parallel()
          .mapToObj(digit -> nearestOfOne(digits, digit, k))
          .toList();
    }
    int blocks = (digits.rows() + BLOCK - 1) / BLOCK;
    return IntStream.range(0, blocks)
        .parallel()
        .boxed()
        .flatMap(
            block ->
                nearestOfBlock(
                    digits, block * BLOCK, Math.min(digits.rows(), (block + 1) * BLOCK), k))
        .toList();
  }

  @Override
  public Map<String, ModelArray> arrays() {
    return Map.of();
  }

  private List<Neighbor> nearestOfOne(FeatureMatrix digits, int digit, int k) {
    PanelQuery query = panels.query(digits.values(), digit * digits.columns());
    NearestCandidates candidates = candidates(digits, digit, query, k);
    float[] scores = new float[panels.highest()];
    for (int panel = 0; panel < panels.count(); panel++) {
      panels.score(query, panel, scores);
      candidates.offer(scores, 0, panels.height(panel), panels.first(panel));
    }
    return candidates.nearest();
  }

  private Stream<List<Neighbor>> nearestOfBlock(FeatureMatrix digits, int from, int to, int k) {
    int rows = to - from;
    int width = panels.width();
    NearestCandidates[] candidates = new NearestCandidates[rows];
    float[] factors = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      PanelQuery query = panels.query(digits.values(), (from + row) * digits.columns());
      System.arraycopy(query.factors(), 0, factors, row * width, width);
      candidates[row] = candidates(digits, from + row, query, k);
    }
    float[] scores = new float[rows * panels.highest()];
    try (NativeArena arena = new NativeArena()) {
      NativeMatrix block = arena.copyOf(factors, rows, width);
      NativeMatrix product = arena.matrix(rows, panels.highest());
      for (int panel = 0; panel < panels.count(); panel++) {
        int height = panels.height(panel);
        try (NativeMatrix values = NativeMatrix.copyOf(panels.panel(panel), width, height)) {
          NativeMatrix.rowsByColumns(block, rows, values, product);
        }
        product.read(scores, 0, rows * height);
        for (int row = 0; row < rows; row++) {
          candidates[row].offer(scores, row * height, height, panels.first(panel));
        }
      }
    }
    return Arrays.stream(candidates).map(NearestCandidates::nearest);
  }

  private NearestCandidates candidates(FeatureMatrix digits, int digit, PanelQuery query, int k) {
    int offset = digit * digits.columns();
    return new NearestCandidates(
        query,
        (index, limit) -> distance.between(digits.values(), offset, index, limit),
        index -> labels[index],
        Math.min(k, labels.length));
  }
}
