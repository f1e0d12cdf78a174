package io.github.inkling.classifiers.smile;

import java.util.Comparator;

/**
 * A training digit near to a digit.
 *
 * @param index the training digit, from 0 in the order of the training set
 * @param label its label, 0 to 9
 * @param distance distance by the classifier's {@link Metric}, at least 0
 */
public record Neighbor(int index, int label, double distance) {
  /** By distance; of equally distant ones the smaller index first. */
  static final Comparator<Neighbor> NEAREST_FIRST =
      Comparator.comparingDouble(Neighbor::distance).thenComparingInt(Neighbor::index);
}
