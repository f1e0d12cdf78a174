package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.FeatureMatrix;

/**
 * A classifier of one library, set as every other of the same comparison.
 *
 * @param <M> how the library wants its digits; the conversion is no part of what is measured
 */
public interface Rival<M> {
  /**
   * The library.
   *
   * @return its name and version
   */
  String library();

  /**
   * What is called, and on how many cores it works.
   *
   * @return one line for a report
   */
  String how();

  /**
   * Converts digits.
   *
   * @param digits one row per digit
   * @return the same digits as the library wants them
   */
  M convert(FeatureMatrix digits);

  /**
   * Gives back what {@link #convert} took outside of Java's heap.
   *
   * @param digits converted digits
   */
  default void release(M digits) {}

  /**
   * Trains.
   *
   * @param digits the training digits
   * @param labels one per digit, 0 to 9; all ten occur
   * @return the trained classifier
   */
  Trained<M> train(M digits, int[] labels);

  /**
   * A trained classifier.
   *
   * @param <M> how it wants digits
   */
  interface Trained<M> extends AutoCloseable {
    /**
     * Answers digits.
     *
     * @param digits converted digits
     * @return one label per digit
     */
    int[] predict(M digits);

    @Override
    default void close() {}
  }
}
