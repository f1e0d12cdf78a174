package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.ProgressCounter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The k nearest neighbours by the {@link Metric} of the settings, found for certain or, with {@link
 * KnnIndex#HNSW}, nearly always; its memory is the training digits. Probabilities are the shares of
 * the votes; a tie goes to the class of the nearest neighbour.
 */
public final class KnnClassifier implements Classifier {
  static final String NAME = "knn";

  private final KnnSettings settings;
  private final FeatureMatrix training;
  private final int[] labels;
  private final NeighborIndex index;
  private final Map<String, String> report;
  private final NeighborVotes votes;

  private KnnClassifier(
      KnnSettings settings,
      FeatureMatrix training,
      int[] labels,
      NeighborIndex index,
      Map<String, String> report) {
    this.settings = settings;
    this.training = training;
    this.labels = labels;
    this.index = index;
    this.report = report;
    boolean[] known = new boolean[Prediction.CLASSES];
    for (int label : labels) {
      known[label] = true;
    }
    this.votes = new NeighborVotes(settings.weights(), known);
  }

  /** Learns digits by heart. */
  static KnnClassifier exact(KnnSettings settings, TrainingSet digits) {
    FeatureMatrix training = settings.metric().embed(digits.features());
    int[] labels = digits.labels();
    NeighborIndex index = new ExactIndex(training, labels);
    return new KnnClassifier(settings, training, labels, index, Map.of());
  }

  /** Learns digits by heart and makes a graph of them. */
  static KnnClassifier approximate(
      KnnSettings settings, TrainingSet digits, long seed, ProgressCounter progress) {
    FeatureMatrix training = settings.metric().embed(digits.features());
    int[] labels = digits.labels();
    NeighborIndex index = HnswIndex.build(settings, training, labels, seed, progress);
    double recall = NeighborRecall.of(index, training, labels, settings.k());
    return new KnnClassifier(
        settings,
        training,
        labels,
        index,
        Map.of("recall of neighbours", String.format(Locale.ROOT, "%.4f", recall)));
  }

  static KnnClassifier restore(ModelState state) {
    int[] shape = state.shape("features");
    if (shape.length != 2 || shape[0] < 1 || shape[1] < 1) {
      throw new IllegalArgumentException("the knn's array 'features' has no rows and columns");
    }
    int[] labels = state.ints("labels", shape[0]);
    for (int label : labels) {
      if (label < 0 || label >= Prediction.CLASSES) {
        throw new IllegalArgumentException("the knn has the label %d".formatted(label));
      }
    }
    KnnSettings settings = KnnSettings.parse(ComponentSpec.parse(state.text("settings")));
    FeatureMatrix training =
        FeatureMatrix.wrap(shape[0], shape[1], state.floats("features", shape));
    NeighborIndex index =
        settings.index() == KnnIndex.HNSW
            ? HnswIndex.restore(settings, training, labels, state)
            : new ExactIndex(training, labels);
    return new KnnClassifier(settings, training, labels, index, Map.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int features() {
    return training.columns();
  }

  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    return neighbors(digits, settings.k()).stream().map(votes::count).toList();
  }

  /**
   * The nearest training digits, for certain or, with {@link KnnIndex#HNSW}, nearly always.
   *
   * @param digits one row per digit
   * @param k how many are wanted, at least 1
   * @return for each row its nearest training digits, nearest first (of equally distant ones the
   *     smaller index first); fewer than k only if there are fewer training digits
   * @throws IllegalArgumentException if the matrix has another width than {@link #features()}, or k
   *     is below 1
   */
  public List<List<Neighbor>> neighbors(FeatureMatrix digits, int k) {
    digits.requireColumns(features());
    SettingRange.require("k", k, 1, Integer.MAX_VALUE);
    return index.nearest(settings.metric().embed(digits), k);
  }

  @Override
  public ModelState state() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("features", ModelArray.of(training.values(), training.rows(), training.columns()));
    arrays.put("labels", ModelArray.of(labels, labels.length));
    arrays.putAll(index.arrays());
    return new ModelState(NAME, Map.of("settings", settings.spec()), arrays);
  }

  /**
   * With {@link KnnIndex#HNSW}, the share of the k nearest neighbours that the graph found for up
   * to 500 training digits, each left out among its own; nothing in a classifier from a file.
   */
  @Override
  public Map<String, String> report() {
    return report;
  }
}
