package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Training digits with the part that each has: machines learn from it or not, it is a digit as it
 * was written or a changed copy of one. A digit is given by its row in the {@link ClassOrder}.
 */
final class LearningSet {
  private final TrainingSet digits;
  private final ClassOrder order;
  private final boolean[] learned;
  private final int[] firstRows;

  private LearningSet(TrainingSet digits, boolean[] learned) {
    this.digits = digits;
    this.order = new ClassOrder(digits);
    this.learned = learned;
    this.firstRows = digits.firstRows();
  }

  /** All digits are learned. */
  static LearningSet of(TrainingSet digits) {
    boolean[] learned = new boolean[digits.size()];
    Arrays.fill(learned, true);
    return new LearningSet(digits, learned);
  }

  /**
   * Only some digits are learned, and changed copies of these with them.
   *
   * @param rows the digits
   * @param copies how many of each
   * @param progress hears of finished copies
   * @throws IllegalArgumentException if no matrix can hold all of them, before any copy is made
   */
  LearningSet withVirtual(
      int[] rows, Variations variations, int copies, ProgressListener progress) {
    requireRoom(rows.length, copies);
    int[] chosen = IntStream.of(rows).map(order::digit).toArray();
    FeatureMatrix changed = variations.of(chosen, 0, copies, progress);
    int size = digits.size() + changed.rows();
    int[] labels = Arrays.copyOf(digits.labels(), size);
    int[] origins = IntStream.range(0, size).toArray();
    boolean[] learns = new boolean[size];
    for (int digit = 0; digit < digits.size(); digit++) {
      origins[digit] = digits.origin(digit);
    }
    for (int digit : chosen) {
      learns[digit] = true;
    }
    for (int copy = 0; copy < changed.rows(); copy++) {
      int digit = chosen[copy / copies];
      labels[digits.size() + copy] = digits.label(digit);
      origins[digits.size() + copy] = digits.origin(digit);
      learns[digits.size() + copy] = true;
    }
    FeatureMatrix features = concatenate(digits.features(), changed);
    return new LearningSet(new TrainingSet(features, labels).withOrigins(origins), learns);
  }

  private void requireRoom(int chosen, int copies) {
    long total = digits.size() + (long) chosen * copies;
    if (total * digits.features().columns() > FeatureMatrix.MAX_VALUES) {
      throw new IllegalArgumentException(
          "virtual=%d copies of %d support vectors and %d digits make %d rows of %d features, and a matrix holds %d values at most; lower virtual or use fewer features"
              .formatted(
                  copies,
                  chosen,
                  digits.size(),
                  total,
                  digits.features().columns(),
                  FeatureMatrix.MAX_VALUES));
    }
  }

  FeatureMatrix features() {
    return digits.features();
  }

  ClassOrder order() {
    return order;
  }

  /** Whether machines are trained on a digit. */
  boolean isLearned(int row) {
    return learned[order.digit(row)];
  }

  /** Whether a digit is as it was written. */
  boolean isOriginal(int row) {
    int digit = order.digit(row);
    return firstRows[digit] == digit;
  }

  /** The same for a digit and its copies. */
  int origin(int row) {
    return digits.origin(order.digit(row));
  }

  private static FeatureMatrix concatenate(FeatureMatrix first, FeatureMatrix second) {
    int rows = first.rows() + second.rows();
    int length = first.values().length;
    float[] values = Arrays.copyOf(first.values(), FeatureMatrix.size(rows, first.columns()));
    System.arraycopy(second.values(), 0, values, length, second.values().length);
    return FeatureMatrix.wrap(rows, first.columns(), values);
  }
}
