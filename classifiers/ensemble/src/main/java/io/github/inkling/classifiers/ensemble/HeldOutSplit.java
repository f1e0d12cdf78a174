package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.TrainingSet;
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
    int[] firstRows = digits.firstRows();
    int[] originals = IntStream.range(0, digits.size()).filter(r -> firstRows[r] == r).toArray();
    int count = Math.toIntExact(Math.round(share * originals.length));
    if (count < 1) {
      return new HeldOutSplit(IntStream.range(0, digits.size()).toArray(), new int[0]);
    }
    int[] labels = IntStream.of(originals).map(digits::label).toArray();
    boolean[] isHeld = new boolean[digits.size()];
    for (int place : Split.indices(labels, count, seed)) {
      isHeld[originals[place]] = true;
    }
    keepEveryClass(digits, originals, isHeld);
    return new HeldOutSplit(
        IntStream.range(0, isHeld.length).filter(row -> !isHeld[firstRows[row]]).toArray(),
        IntStream.range(0, isHeld.length).filter(row -> isHeld[firstRows[row]]).toArray());
  }

  private static void keepEveryClass(TrainingSet digits, int[] originals, boolean[] isHeld) {
    boolean[] trained = new boolean[Prediction.CLASSES];
    for (int row : originals) {
      trained[digits.label(row)] |= !isHeld[row];
    }
    for (int row : originals) {
      isHeld[row] &= trained[digits.label(row)];
    }
  }
}
