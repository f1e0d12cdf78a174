package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many of the nearest neighbours an approximate index finds: the recall, averaged over some
 * training digits, each of which is left out among its own neighbours.
 */
final class NeighborRecall {
  private static final int SAMPLE = 500;

  private NeighborRecall() {}

  /**
   * Compares an index with the exact one.
   *
   * @param k how many neighbours of each digit
   * @return the share of the k nearest that are found, 0 to 1
   */
  static double of(NeighborIndex index, FeatureMatrix training, int[] labels, int k) {
    int count = Math.min(SAMPLE, training.rows());
    int[] sample =
        IntStream.range(0, count).map(i -> (int) ((long) i * training.rows() / count)).toArray();
    FeatureMatrix digits = training.select(sample);
    List<List<Neighbor>> exact = new ExactIndex(training, labels).nearest(digits, k + 1);
    List<List<Neighbor>> approximate = index.nearest(digits, k + 1);
    long found = 0;
    long wanted = 0;
    for (int i = 0; i < count; i++) {
      Set<Integer> others = others(exact.get(i), sample[i], k);
      wanted += others.size();
      others.retainAll(others(approximate.get(i), sample[i], k));
      found += others.size();
    }
    return (double) found / wanted;
  }

  private static Set<Integer> others(List<Neighbor> neighbors, int itself, int k) {
    Set<Integer> others = new HashSet<>();
    neighbors.stream()
        .map(Neighbor::index)
        .filter(index -> index != itself)
        .limit(k)
        .forEach(others::add);
    return others;
  }
}
