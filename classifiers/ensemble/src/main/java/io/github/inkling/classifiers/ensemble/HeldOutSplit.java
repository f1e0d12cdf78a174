package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.TrainingSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows of a training set in two parts: those to train members on, and those that are held out to
 * weigh them by. A digit and its copies are on one side. Every class stays among those to train on;
 * none may be held out where there are too few digits.
 */
final class HeldOutSplit {
  private static final double MOST = 0.5;

  private final int[] training;
  private final int[] held;

  private HeldOutSplit(int[] training, int[] held) {
    this.training = training;
    this.held = held;
  }

  /** Rows to train on, ascending. */
  int[] training() {
    return training.clone();
  }

  /** Rows held out, ascending. */
  int[] held() {
    return held.clone();
  }

  static void requireShare(String name, double share) {
    if (!(share > 0 && share <= MOST)) {
      throw new IllegalArgumentException(name + " must be above 0 and at most 0.5, not " + share);
    }
  }

  /**
   * Splits.
   *
   * @param share share of the digits to hold out
   * @param seed decides which
   */
  static HeldOutSplit of(TrainingSet digits, double share, long seed) {
    int[] groups = groups(digits);
    int[] labels = labels(digits, groups);
    int count = Math.toIntExact(Math.round(share * labels.length));
    if (count < 1) {
      return new HeldOutSplit(IntStream.range(0, digits.size()).toArray(), new int[0]);
    }
    boolean[] isHeld = new boolean[labels.length];
    for (int group : Split.indices(labels, count, seed)) {
      isHeld[group] = true;
    }
    keepEveryClass(labels, isHeld);
    return new HeldOutSplit(
        IntStream.range(0, groups.length).filter(row -> !isHeld[groups[row]]).toArray(),
        IntStream.range(0, groups.length).filter(row -> isHeld[groups[row]]).toArray());
  }

  /** Numbers the origins from 0 in the order in which they come. */
  private static int[] groups(TrainingSet digits) {
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    int[] groups = new int[digits.size()];
    for (int row = 0; row < groups.length; row++) {
      int next = numbers.size();
      groups[row] = numbers.computeIfAbsent(digits.origin(row), origin -> next);
    }
    return groups;
  }

  private static int[] labels(TrainingSet digits, int[] groups) {
    int[] labels = new int[IntStream.of(groups).max().orElseThrow() + 1];
    for (int row = 0; row < groups.length; row++) {
      labels[groups[row]] = digits.label(row);
    }
    return labels;
  }

  private static void keepEveryClass(int[] labels, boolean[] isHeld) {
    boolean[] trained = new boolean[Prediction.CLASSES];
    for (int group = 0; group < labels.length; group++) {
      trained[labels[group]] |= !isHeld[group];
    }
    for (int group = 0; group < labels.length; group++) {
      isHeld[group] &= trained[labels[group]];
    }
  }
}
