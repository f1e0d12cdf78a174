package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.ProgressCounter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;

/**
 * Nearly always the nearest neighbours, by Lucene's HNSW graph. The graph is made of, and walked
 * by, the digits' coordinates along {@link PrincipalAxes}; of the {@code ef} digits that a walk
 * finds, distances over all features decide.
 *
 * <p>One thread makes the graph, digit by digit, so that a seed makes one graph.
 */
final class HnswIndex implements NeighborIndex {
  private static final int AXES = 95;
  private static final int STEP = 100;

  private final int[] labels;
  private final int ef;
  private final PrincipalAxes axes;
  private final CoordinateRows rows;
  private final SmallWorldGraph graph;
  private final EuclideanDistance distance;

  private HnswIndex(
      KnnSettings settings,
      FeatureMatrix training,
      int[] labels,
      PrincipalAxes axes,
      CoordinateRows rows,
      SmallWorldGraph graph) {
    this.labels = labels;
    this.ef = settings.ef();
    this.axes = axes;
    this.rows = rows;
    this.graph = graph;
    this.distance = new EuclideanDistance(training);
  }

  /** Makes a graph of digits. */
  static HnswIndex build(
      KnnSettings settings,
      FeatureMatrix training,
      int[] labels,
      long seed,
      ProgressCounter progress) {
    SquaredNorms.requireModest(
        "training digit", training.values(), training.rows(), training.columns());
    PrincipalAxes axes = PrincipalAxes.of(training, AXES);
    CoordinateRows rows = new CoordinateRows(axes, training);
    try {
      HnswGraphBuilder builder =
          HnswGraphBuilder.create(rows, settings.m(), settings.ef(), seed, training.rows());
      for (int digit = 0; digit < training.rows(); digit++) {
        if (digit % STEP == 0) {
          Interruption.check();
        }
        builder.addGraphNode(digit);
        progress.add(1);
      }
      SmallWorldGraph graph = SmallWorldGraph.of(builder.getCompletedGraph());
      return new HnswIndex(settings, training, labels, axes, rows, graph);
    } catch (IOException e) {
      throw new UncheckedIOException("the graph of neighbours could not be made", e);
    }
  }

  /** Brings a graph back. */
  static HnswIndex restore(
      KnnSettings settings, FeatureMatrix training, int[] labels, ModelState state) {
    PrincipalAxes axes = PrincipalAxes.restore(state, training.columns());
    return new HnswIndex(
        settings,
        training,
        labels,
        axes,
        new CoordinateRows(axes, training),
        SmallWorldGraph.restore(state, training.rows()));
  }

  @Override
  public List<List<Neighbor>> nearest(FeatureMatrix digits, int k) {
    int wanted = Math.min(k, labels.length);
    return IntStream.range(0, digits.rows())
        .parallel()
        .mapToObj(digit -> nearest(digits, digit, wanted))
        .toList();
  }

  /** Axes and graph; the features of the training digits are the classifier's. */
  @Override
  public Map<String, ModelArray> arrays() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>(axes.arrays());
    arrays.putAll(graph.arrays());
    return arrays;
  }

  private List<Neighbor> nearest(FeatureMatrix digits, int digit, int wanted) {
    int offset = digit * digits.columns();
    int[] found = walk(digits.values(), offset, Math.max(ef, wanted));
    // A graph may fall apart where many digits are the same.
    IntStream indices =
        found.length < wanted ? IntStream.range(0, labels.length) : Arrays.stream(found);
    return indices
        .mapToObj(
            index ->
                new Neighbor(
                    index,
                    labels[index],
                    distance.between(digits.values(), offset, index, Double.MAX_VALUE)))
        .sorted(Neighbor.NEAREST_FIRST)
        .limit(wanted)
        .toList();
  }

  private int[] walk(float[] features, int offset, int count) {
    TopKnnCollector collector =
        new TopKnnCollector(Math.min(count, graph.nodes()), Integer.MAX_VALUE);
    try {
      HnswGraphSearcher.search(rows.scorer(features, offset), collector, graph.walk(), null);
    } catch (IOException e) {
      throw new UncheckedIOException("the graph of neighbours could not be walked", e);
    }
    return Arrays.stream(collector.topDocs().scoreDocs)
        .mapToInt((ScoreDoc hit) -> hit.doc)
        .toArray();
  }
}
