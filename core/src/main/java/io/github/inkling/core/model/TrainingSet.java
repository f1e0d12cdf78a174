package io.github.inkling.core.model;

/** Features and labels to train on: at least two classes, every label a digit. Immutable. */
public final class TrainingSet {
  private final FeatureMatrix features;
  private final int[] labels;
  private final int[] counts;

  /**
   * Puts features and labels together.
   *
   * @param features one row per digit
   * @param labels the digits' labels, 0 to 9, one per row
   * @throws IllegalArgumentException if rows and labels differ in number, a label is outside 0..9,
   *     or there are fewer than two classes
   */
  public TrainingSet(FeatureMatrix features, int[] labels) {
    if (features.rows() != labels.length) {
      throw new IllegalArgumentException(
          "there are features of %d digits, but %d labels"
              .formatted(features.rows(), labels.length));
    }
    this.features = features;
    this.labels = labels.clone();
    this.counts = new int[Prediction.CLASSES];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= Prediction.CLASSES) {
        throw new IllegalArgumentException(
            "label %d of digit %d is not in 0..9".formatted(labels[i], i));
      }
      counts[labels[i]]++;
    }
    requireTwoClasses();
  }

  /**
   * The features.
   *
   * @return one row per digit
   */
  public FeatureMatrix features() {
    return features;
  }

  /**
   * Copies the labels.
   *
   * @return one label per digit, 0 to 9
   */
  public int[] labels() {
    return labels.clone();
  }

  /**
   * The label of one digit.
   *
   * @param row the digit, from 0
   * @return 0 to 9
   */
  public int label(int row) {
    return labels[row];
  }

  /**
   * Number of digits.
   *
   * @return at least 2
   */
  public int size() {
    return labels.length;
  }

  /**
   * Number of digits of each class.
   *
   * @return ten counts, by digit
   */
  public int[] classCounts() {
    return counts.clone();
  }

  /**
   * Some of the digits.
   *
   * @param indices the digits wanted, in the order wanted
   * @return a new set
   * @throws IllegalArgumentException if fewer than two classes are left
   */
  public TrainingSet select(int... indices) {
    int[] selected = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      selected[i] = labels[indices[i]];
    }
    return new TrainingSet(features.select(indices), selected);
  }

  private void requireTwoClasses() {
    int present = 0;
    int only = -1;
    for (int digit = 0; digit < counts.length; digit++) {
      if (counts[digit] > 0) {
        present++;
        only = digit;
      }
    }
    if (present < 2) {
      throw new IllegalArgumentException(
          present == 0
              ? "there are no digits to train on"
              : "training needs at least two classes, but every label is " + only);
    }
  }
}
