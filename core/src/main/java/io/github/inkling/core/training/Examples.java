package io.github.inkling.core.training;

import io.github.inkling.core.model.FeatureMatrix;

/** Some digits for a network to learn from or to be measured on. */
public final class Examples {
  private final FeatureMatrix features;
  private final int[] rows;
  private final int[] targets;

  /**
   * Puts digits together.
   *
   * @param features one row per digit, and maybe rows of others
   * @param rows the digits' rows among the features
   * @param targets the places of the digits' classes among the classes
   */
  public Examples(FeatureMatrix features, int[] rows, int[] targets) {
    this.features = features;
    this.rows = rows;
    this.targets = targets;
  }

  /**
   * Number of digits.
   *
   * @return at least 0
   */
  public int size() {
    return rows.length;
  }

  /**
   * The features among which the digits' rows are.
   *
   * @return a row for each digit, and maybe others
   */
  public FeatureMatrix features() {
    return features;
  }

  /**
   * A digit's row among the features.
   *
   * @param digit from 0
   * @return its row
   */
  public int row(int digit) {
    return rows[digit];
  }

  /**
   * The place of a digit's class.
   *
   * @param digit from 0
   * @return its class's place among the classes
   */
  public int target(int digit) {
    return targets[digit];
  }

  /**
   * The places of all digits' classes.
   *
   * @return a copy
   */
  public int[] targets() {
    return targets.clone();
  }
}
