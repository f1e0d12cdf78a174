package io.github.inkling.core.training;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows to learn from and rows to be measured on, of every class the same share. A digit and its
 * copies stay together. Of a digit that is held out its first row alone is measured, the digit
 * itself: the copies are easier or harder than what the network will see.
 */
public final class Holdout {
  private final int[] learned;
  private final int[] heldOut;

  private Holdout(int[] learned, int[] heldOut) {
    this.learned = learned;
    this.heldOut = heldOut;
  }

  /**
   * Splits. Every class keeps at least one digit to learn from.
   *
   * @param digits all of them
   * @param share of the digits to hold out, 0 to below 1
   * @param random decides which
   * @return the rows of both
   */
  public static Holdout of(TrainingSet digits, double share, SplittableRandom random) {
    if (share == 0) {
      return new Holdout(IntStream.range(0, digits.size()).toArray(), new int[0]);
    }
    int[] firstRows = digits.firstRows();
    List<List<Integer>> rowsOfClass = new ArrayList<>();
    for (int label = 0; label < Prediction.CLASSES; label++) {
      rowsOfClass.add(new ArrayList<>());
    }
    for (int row = 0; row < digits.size(); row++) {
      if (firstRows[row] == row) {
        rowsOfClass.get(digits.label(row)).add(row);
      }
    }
    boolean[] held = new boolean[digits.size()];
    for (List<Integer> rows : rowsOfClass) {
      hold(rows, share, random, held);
    }
    return new Holdout(
        IntStream.range(0, held.length).filter(row -> !held[firstRows[row]]).toArray(),
        IntStream.range(0, held.length).filter(row -> held[row]).toArray());
  }

  /**
   * The same split, with nothing to learn from copies.
   *
   * @param firstRows of the digits, see {@link TrainingSet#firstRows}
   * @return fewer rows to learn from
   */
  public Holdout withoutCopies(int... firstRows) {
    return new Holdout(
        IntStream.of(learned).filter(row -> firstRows[row] == row).toArray(), heldOut);
  }

  /**
   * Copies the rows to learn from.
   *
   * @return ascending
   */
  public int[] learned() {
    return learned.clone();
  }

  /**
   * Copies the rows to be measured on.
   *
   * @return ascending; none if none can be spared
   */
  public int[] heldOut() {
    return heldOut.clone();
  }

  /**
   * Whether every digit is learned from.
   *
   * @return true if none is held out
   */
  public boolean isEmpty() {
    return heldOut.length == 0;
  }

  /** Marks some of the rows by the first steps of a shuffle. */
  private static void hold(
      List<Integer> rows, double share, SplittableRandom random, boolean[] held) {
    int wanted = (int) Math.min(Math.round(share * rows.size()), rows.size() - 1L);
    for (int i = 0; i < wanted; i++) {
      int j = random.nextInt(i, rows.size());
      held[rows.get(j)] = true;
      rows.set(j, rows.get(i));
    }
  }
}
