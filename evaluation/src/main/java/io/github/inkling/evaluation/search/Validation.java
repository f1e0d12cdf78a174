package io.github.inkling.evaluation.search;

import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.dataset.StratifiedFolds;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How training digits are divided into those that are learned from and those that settings are
 * judged by: stratified, and the same way for all settings. Immutable.
 */
public final class Validation {
  private final int folds;
  private final double share;
  private final long seed;

  private Validation(int folds, double share, long seed) {
    this.folds = folds;
    this.share = share;
    this.seed = seed;
  }

  /**
   * Cross-validation: every digit is judged once, by what was learned from the other folds.
   *
   * @param folds at least 2
   * @param seed decides which digit is in which fold
   * @return the division
   * @throws IllegalArgumentException if there are fewer folds
   */
  public static Validation folds(int folds, long seed) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be at least 2, not " + folds);
    }
    return new Validation(folds, 0, seed);
  }

  /**
   * A split: a share of the digits is held out to judge by, and never learned from. It takes one
   * training for each settings where cross-validation takes one for each fold.
   *
   * @param share of the digits, above 0 and below 1
   * @param seed decides which digits are held out
   * @return the division
   * @throws IllegalArgumentException if the share is out of range
   */
  public static Validation split(double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1, not " + share);
    }
    return new Validation(0, share, seed);
  }

  /**
   * Number of folds.
   *
   * @return empty if it is a split
   */
  public OptionalInt folds() {
    return folds == 0 ? OptionalInt.empty() : OptionalInt.of(folds);
  }

  long seed() {
    return seed;
  }

  /** Digits to learn from and digits to judge by, which share none. */
  static final class Parts {
    private final int[] training;
    private final int[] judging;

    private Parts(int[] training, int[] judging) {
      this.training = training;
      this.judging = judging;
    }

    int[] training() {
      return training.clone();
    }

    int[] judging() {
      return judging.clone();
    }
  }

  /**
   * Divides digits.
   *
   * @param labels their labels
   * @throws IllegalArgumentException if there are too few digits, of a class or in all
   */
  List<Parts> parts(int[] labels) {
    List<Parts> parts = new ArrayList<>();
    if (folds == 0) {
      int held = (int) Math.max(1, Math.round(share * labels.length));
      int[] training = Split.indices(labels, labels.length - held, seed);
      parts.add(new Parts(training, StratifiedFolds.others(labels.length, training)));
    } else {
      for (int[] fold : StratifiedFolds.of(labels, folds, seed)) {
        parts.add(new Parts(StratifiedFolds.others(labels.length, fold), fold));
      }
    }
    return parts;
  }
}
