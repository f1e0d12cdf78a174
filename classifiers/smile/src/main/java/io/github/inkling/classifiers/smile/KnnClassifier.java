package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.SettingRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The k nearest neighbours, exactly, by the {@link Metric} of the settings; its memory is the
 * training digits. Probabilities are the shares of the votes; a tie goes to the class of the
 * nearest neighbour.
 */
public final class KnnClassifier implements Classifier {
  static final String NAME = "knn";

  private final KnnSettings settings;
  private final FeatureMatrix training;
  private final int[] labels;
  private final NeighborSearch search;
  private final NeighborVotes votes;

  KnnClassifier(KnnSettings settings, FeatureMatrix training, int[] labels) {
    this.settings = settings;
    this.training = training;
    this.labels = labels;
    this.search = new NeighborSearch(training, labels);
    boolean[] known = new boolean[Prediction.CLASSES];
    for (int label : labels) {
      known[label] = true;
    }
    this.votes = new NeighborVotes(settings.weights(), known);
  }

  /** Learns digits by heart. */
  static KnnClassifier of(KnnSettings settings, FeatureMatrix digits, int[] labels) {
    return new KnnClassifier(settings, settings.metric().embed(digits), labels);
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
    return new KnnClassifier(
        KnnSettings.parse(ComponentSpec.parse(state.text("settings"))),
        FeatureMatrix.wrap(shape[0], shape[1], state.floats("features", shape)),
        labels);
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
   * The nearest training digits.
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
    return search.nearest(settings.metric().embed(digits), k);
  }

  @Override
  public ModelState state() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("features", ModelArray.of(training.values(), training.rows(), training.columns()));
    arrays.put("labels", ModelArray.of(labels, labels.length));
    return new ModelState(NAME, Map.of("settings", settings.spec()), arrays);
  }
}
