package io.github.inkling.core.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Features and labels to train on: at least two classes, every label a digit. Immutable.
 *
 * <p>Where the set was enlarged by changed copies, each copy has the original's number as its
 * {@link #origin}: a digit and its copies belong on the same side of every split, or what is held
 * out is known already.
 */
public final class TrainingSet {
  private final FeatureMatrix features;
  private final int[] labels;
  private final int[] counts;
  private final int[] origins;
  private final Variations variations;

  /**
   * Puts features and labels together.
   *
   * @param features one row per digit
   * @param labels the digits' labels, 0 to 9, one per row
   * @throws IllegalArgumentException if rows and labels differ in number, a label is outside 0..9,
   *     or there are fewer than two classes
   */
  public TrainingSet(FeatureMatrix features, int[] labels) {
    this(features, labels, IntStream.range(0, labels.length).toArray(), null);
  }

  private TrainingSet(FeatureMatrix features, int[] labels, int[] origins, Variations variations) {
    if (features.rows() != labels.length) {
      throw new IllegalArgumentException(
          "there are features of %d digits, but %d labels"
              .formatted(features.rows(), labels.length));
    }
    this.features = features;
    this.labels = labels.clone();
    this.origins = origins;
    this.variations = variations;
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
   * The same digits, some of which are copies of others.
   *
   * @param numbers for each row, the number of the digit that it is or is a copy of; rows with the
   *     same number belong together, and the first of them is taken for the digit itself
   * @return a new set
   * @throws IllegalArgumentException if there is not one number per row
   */
  public TrainingSet withOrigins(int... numbers) {
    if (numbers.length != labels.length) {
      throw new IllegalArgumentException(
          "there are %d digits, but %d origins".formatted(labels.length, numbers.length));
    }
    return new TrainingSet(features, labels, numbers.clone(), variations);
  }

  /**
   * The same digits, of which changed copies can be had.
   *
   * @param source makes them
   * @return a new set
   */
  public TrainingSet withVariations(Variations source) {
    return new TrainingSet(features, labels, origins, source);
  }

  /**
   * The same digits in other features, and their variations, too.
   *
   * @param description makes the new features of the old ones, row by row
   * @return a new set
   * @throws IllegalArgumentException if the rows become more or fewer
   */
  public TrainingSet describedBy(UnaryOperator<FeatureMatrix> description) {
    FeatureMatrix described = description.apply(features);
    if (described.rows() != features.rows()) {
      throw new IllegalArgumentException(
          "the description makes %d rows of %d".formatted(described.rows(), features.rows()));
    }
    return new TrainingSet(
        described,
        labels,
        origins,
        variations == null ? null : new DescribedVariations(variations, description));
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
   * Which digit a row is, or is a changed copy of.
   *
   * @param row the digit, from 0
   * @return the row itself, unless {@link #withOrigins} said otherwise
   */
  public int origin(int row) {
    return origins[row];
  }

  /**
   * The first row of each row's {@link #origin}: the digit itself, which is its own first row, or
   * that of which it is a copy. Always a row of this set, which the origin's number is not: in a
   * selection of digits, which leaves the numbers behind, even a copy may have its own row's number
   * as origin.
   *
   * @return one row per digit, at most the digit's own
   */
  public int[] firstRows() {
    Map<Integer, Integer> firsts = new HashMap<>();
    int[] rows = new int[origins.length];
    for (int row = 0; row < rows.length; row++) {
      Integer first = firsts.putIfAbsent(origins[row], row);
      rows[row] = first == null ? row : first;
    }
    return rows;
  }

  /**
   * Changed copies of these digits, for trainers that ask for some themselves.
   *
   * @return empty if only the features are known, and not the pictures
   */
  public Optional<Variations> variations() {
    return Optional.ofNullable(variations);
  }

  /**
   * Changed copies of these digits, for a setting that does not work without.
   *
   * @param setting the setting, such as {@code "svm:virtual=4"}
   * @param remedy what would do without, such as {@code "virtual=0"}
   * @return makes copies
   * @throws IllegalArgumentException if only the features are known, naming setting and remedy
   */
  public Variations requireVariations(String setting, String remedy) {
    if (variations == null) {
      throw new IllegalArgumentException(
          "%s makes changed copies of pictures, and here are only features: train on pictures, or with %s"
              .formatted(setting, remedy));
    }
    return variations;
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
   * Some of the digits, with their origins and variations. Origins keep their numbers, which are no
   * rows of the new set.
   *
   * @param indices the digits wanted, in the order wanted; digits before their copies
   * @return a new set
   * @throws IllegalArgumentException if fewer than two classes are left
   */
  public TrainingSet select(int... indices) {
    int[] wanted = indices.clone();
    return new TrainingSet(
        features.select(wanted),
        pick(labels, wanted),
        pick(origins, wanted),
        variations == null
            ? null
            : (rows, first, copies, progress) ->
                variations.of(pick(wanted, rows), first, copies, progress));
  }

  private static int[] pick(int[] values, int[] places) {
    return IntStream.of(places).map(place -> values[place]).toArray();
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
