package io.github.inkling.classifiers.smile;

import io.github.inkling.core.dataset.Permutation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The digits of a pair cut into folds, each class evenly. A digit and its copies are always in the
 * same fold.
 */
final class Folds {
  private final int count;
  private final int[] foldOfItem;

  private Folds(int count, int[] foldOfItem) {
    this.count = count;
    this.foldOfItem = foldOfItem;
  }

  /**
   * Cuts.
   *
   * @param wanted number of folds; there are fewer if a class has fewer digits
   * @param random shuffles the digits
   */
  static Folds cut(LearningSet set, Pair pair, int wanted, SplittableRandom random) {
    Set<Integer> first = new LinkedHashSet<>();
    Set<Integer> second = new LinkedHashSet<>();
    for (int item = 0; item < pair.size(); item++) {
      int origin = set.origin(pair.row(item));
      if (pair.isFirst(item)) {
        first.add(origin);
      } else if (!first.contains(origin)) {
        second.add(origin);
      }
    }
    int count = Math.max(1, Math.min(wanted, Math.min(first.size(), second.size())));
    Map<Integer, Integer> foldOfOrigin = new HashMap<>();
    assign(first, count, random, foldOfOrigin);
    assign(second, count, random, foldOfOrigin);
    int[] foldOfItem = new int[pair.size()];
    Arrays.setAll(foldOfItem, item -> foldOfOrigin.get(set.origin(pair.row(item))));
    return new Folds(count, foldOfItem);
  }

  /** Number of folds, at least 1. */
  int count() {
    return count;
  }

  /** The fold of an item, from 0. */
  int of(int item) {
    return foldOfItem[item];
  }

  private static void assign(
      Set<Integer> origins, int count, SplittableRandom random, Map<Integer, Integer> folds) {
    int[] shuffled = origins.stream().mapToInt(Integer::intValue).toArray();
    Permutation.shuffle(shuffled, random);
    for (int i = 0; i < shuffled.length; i++) {
      folds.put(shuffled[i], i % count);
    }
  }
}
