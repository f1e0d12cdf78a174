package io.github.inkling.core.model;

/**
 * Makes changed copies of training digits when a trainer asks for them, and computes their features
 * as those of the training digits were computed. The copy of a number of a digit always has the
 * same features, whichever others it is made with. Safe for concurrent use.
 *
 * <p>Copies may be of several kinds, which change digits in other ways: those of a digit are of
 * each kind in turn, and so are the copies of one number of the digits.
 */
@FunctionalInterface
public interface Variations {
  /** The highest number at which copies may start. */
  int MOST_NUMBER = 1_000_000;

  /**
   * Makes copies.
   *
   * @param digits the training digits to copy, by their rows
   * @param first number of the first copy of each, 0 to {@value #MOST_NUMBER}
   * @param copies how many of each, at least 1: those of the numbers from {@code first} on
   * @param progress hears of finished copies
   * @return {@code digits.length * copies} rows: all these copies of the first digit, then all of
   *     the second, and so on
   * @throws IllegalArgumentException if a number is out of range, or that is more than a matrix can
   *     hold
   */
  FeatureMatrix of(int[] digits, int first, int copies, ProgressListener progress);

  /**
   * How many kinds of copies there are.
   *
   * @return at least 1
   */
  default int kinds() {
    return 1;
  }

  /**
   * Copies of one kind alone.
   *
   * @param kind from 0, below the number of {@link #kinds}
   * @return variations of which the copy of each number of a digit is of that kind
   */
  default Variations ofKind(int kind) {
    return this;
  }
}
