package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;

/** Some digits for a network to learn from or to be measured on. */
final class Examples {
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
  Examples(FeatureMatrix features, int[] rows, int[] targets) {
    this.features = features;
    this.rows = rows;
    this.targets = targets;
  }

  /** Number of digits. */
  int size() {
    return rows.length;
  }

  /** The features among which the digits' rows are. */
  FeatureMatrix features() {
    return features;
  }

  /** A digit's row among the features. */
  int row(int digit) {
    return rows[digit];
  }

  /** The place of a digit's class. */
  int target(int digit) {
    return targets[digit];
  }

  /** The places of all digits' classes, copied. */
  int[] targets() {
    return targets.clone();
  }
}
