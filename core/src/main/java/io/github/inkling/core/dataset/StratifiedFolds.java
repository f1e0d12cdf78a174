package io.github.inkling.core.dataset;

import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Stratified folds for cross-validation: parts that share no digit, together are the whole, and
 * have the same of each class as near as whole digits allow.
 *
 * <p>The digits of each class are brought into random order and dealt to the folds in turn, like
 * cards; the next class goes on with the fold at which the last one ended. So any two folds differ
 * by at most one digit of each class, and by at most one digit in all.
 */
public final class StratifiedFolds {
  private static final int LEAST_FOLDS = 2;

  private StratifiedFolds() {}

  /**
   * Deals digits to folds.
   *
   * @param labels the labels of the whole, 0 to 9
   * @param folds how many, at least 2, and no more than there are digits of any class that occurs
   * @param seed decides which digits of a class are in which fold
   * @return the indices of each fold, ascending; together each index occurs once
   * @throws IllegalArgumentException if there are too few folds or too many, naming the class that
   *     has too few digits, or if there are no digits
   */
  public static List<int[]> of(int[] labels, int folds, long seed) {
    int[] counts = new int[Prediction.CLASSES];
    for (int label : labels) {
      counts[label]++;
    }
    requireFolds(counts, labels.length, folds);
    int[] order = Permutation.of(labels.length, new Random(seed));
    int[] foldOf = new int[labels.length];
    int dealt = 0;
    for (int digit = 0; digit < Prediction.CLASSES; digit++) {
      for (int index : order) {
        if (labels[index] == digit) {
          foldOf[index] = dealt % folds;
          dealt++;
        }
      }
    }
    List<int[]> parts = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int wanted = fold;
      parts.add(IntStream.range(0, labels.length).filter(i -> foldOf[i] == wanted).toArray());
    }
    return List.copyOf(parts);
  }

  /**
   * What is left for training when one part is held out.
   *
   * @param size number of digits of the whole
   * @param held indices of the part, each below the size
   * @return all other indices, ascending
   */
  public static int[] others(int size, int[] held) {
    boolean[] out = new boolean[size];
    for (int index : held) {
      out[index] = true;
    }
    return IntStream.range(0, size).filter(i -> !out[i]).toArray();
  }

  private static void requireFolds(int[] counts, int size, int folds) {
    if (folds < LEAST_FOLDS) {
      throw new IllegalArgumentException("folds must be at least 2, not " + folds);
    }
    if (size == 0) {
      throw new IllegalArgumentException("there are no digits to deal to " + folds + " folds");
    }
    int rarest = Arrays.stream(counts).filter(count -> count > 0).min().orElseThrow();
    if (rarest < folds) {
      int digit =
          IntStream.range(0, counts.length)
              .filter(d -> counts[d] == rarest)
              .findFirst()
              .orElseThrow();
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "digit %d occurs %s, too few for %,d folds; %s",
              digit,
              rarest == 1 ? "once" : String.format(Locale.ROOT, "%,d times", rarest),
              folds,
              rarest == 1
                  ? "add digits of its class"
                  : String.format(
                      Locale.ROOT, "take at most %,d folds, or add digits of its class", rarest)));
    }
  }
}
