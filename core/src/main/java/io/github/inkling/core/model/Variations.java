package io.github.inkling.core.model;

/**
 * Makes changed copies of training digits when a trainer asks for them, and computes their features
 * as those of the training digits were computed. The same copy of the same digit always has the
 * same features.
 */
@FunctionalInterface
public interface Variations {
  /**
   * Makes copies.
   *
   * @param digits the training digits to copy, by their rows
   * @param first number of the first copy of each, 0 or more
   * @param copies how many of each, at least 1: those of the numbers from {@code first} on
   * @param progress hears of finished copies
   * @return {@code digits.length * copies} rows: all these copies of the first digit, then all of
   *     the second, and so on
   * @throws IllegalArgumentException if that is more than a matrix can hold
   */
  FeatureMatrix of(int[] digits, int first, int copies, ProgressListener progress);
}
