package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import java.util.List;
import java.util.Map;

/** Finds the nearest training digits. Immutable and safe for concurrent use. */
interface NeighborIndex {
  /**
   * The nearest training digits by Euclidean distance.
   *
   * @param digits one row per digit, as wide as the training digits
   * @param k how many are wanted, at least 1
   * @return for each row k neighbours, or all if there are fewer, by {@link Neighbor#NEAREST_FIRST}
   */
  List<List<Neighbor>> nearest(FeatureMatrix digits, int k);

  /**
   * What a model file has to keep beside the training digits.
   *
   * @return arrays by name; empty if the index is quickly made again
   */
  Map<String, ModelArray> arrays();
}
