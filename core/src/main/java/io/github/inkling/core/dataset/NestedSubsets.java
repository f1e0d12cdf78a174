package io.github.inkling.core.dataset;

import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.Random;

/**
 * Stratified subsets of a data set, of any size, each of which contains all smaller ones: what is
 * learned from more digits can be told apart from what is learned from other ones.
 *
 * <p>A subset of {@code count} digits out of {@code n} has of a class of {@code m} digits {@code
 * count * m / n}, rounded up or down. Which classes are rounded up is decided by the quota method
 * of M. L. Balinski and H. P. Young (1975), "The quota method of apportionment", American
 * Mathematical Monthly 82(7), 701-730, which alone of the methods of its time never takes a digit
 * back when the subset grows: the next digit is of the class with the largest {@code m / (taken +
 * 1)} among those that have not had their share of the larger subset yet, of equal ones of the
 * smaller digit. Which digits of a class come first, the seed decides. Immutable.
 */
public final class NestedSubsets {
  private final int[] order;
  private final int leastOfTwoClasses;

  private NestedSubsets(int[] order, int leastOfTwoClasses) {
    this.order = order;
    this.leastOfTwoClasses = leastOfTwoClasses;
  }

  /**
   * Brings digits into an order of which every beginning is stratified.
   *
   * @param labels the labels of the whole, 0 to 9
   * @param seed decides which digits of a class come first
   * @return the subsets
   */
  public static NestedSubsets of(int[] labels, long seed) {
    int[] counts = new int[Prediction.CLASSES];
    for (int label : labels) {
      counts[label]++;
    }
    int[][] members = new int[Prediction.CLASSES][];
    for (int digit = 0; digit < members.length; digit++) {
      members[digit] = new int[counts[digit]];
    }
    int[] found = new int[Prediction.CLASSES];
    for (int index : Permutation.of(labels.length, new Random(seed))) {
      int digit = labels[index];
      members[digit][found[digit]++] = index;
    }
    int[] order = new int[labels.length];
    int[] taken = new int[Prediction.CLASSES];
    int least = labels.length + 1;
    for (int place = 0; place < order.length; place++) {
      int digit = next(counts, taken, place + 1, order.length);
      order[place] = members[digit][taken[digit]++];
      if (least > labels.length && labels[order[place]] != labels[order[0]]) {
        least = place + 1;
      }
    }
    return new NestedSubsets(order, least);
  }

  /**
   * Number of digits of the whole.
   *
   * @return at least 0
   */
  public int size() {
    return order.length;
  }

  /**
   * How many digits it takes to have two classes.
   *
   * @return at least 2; one more than there are digits if all are of one class
   */
  public int leastOfTwoClasses() {
    return leastOfTwoClasses;
  }

  /**
   * A subset that can be trained on.
   *
   * @param count number of its digits: no more than there are, and so many that it has two classes
   * @return their indices, ascending
   * @throws IllegalArgumentException if there are not as many, or all would be of one class
   */
  public int[] first(int count) {
    if (count < leastOfTwoClasses || count > order.length) {
      throw new IllegalArgumentException(
          leastOfTwoClasses > order.length
              ? "all %d digits are of one class; a subset to train on needs two"
                  .formatted(order.length)
              : "a subset to train on must have %d to %d digits, not %d: fewer are of one class, and more there are none"
                  .formatted(leastOfTwoClasses, order.length, count));
    }
    int[] subset = Arrays.copyOf(order, count);
    Arrays.sort(subset);
    return subset;
  }

  /** The class of the next digit of a subset that then has {@code size} of {@code all} digits. */
  private static int next(int[] counts, int[] taken, long size, int all) {
    int best = -1;
    for (int digit = 0; digit < counts.length; digit++) {
      boolean due = (long) taken[digit] * all < size * counts[digit];
      if (due
          && (best < 0
              || (long) counts[digit] * (taken[best] + 1)
                  > (long) counts[best] * (taken[digit] + 1))) {
        best = digit;
      }
    }
    return best;
  }
}
