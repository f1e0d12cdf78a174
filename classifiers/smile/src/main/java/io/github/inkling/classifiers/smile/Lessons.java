package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a network sees of the training digits: the digits as they are, or in every epoch other
 * changed copies of them, made on the way.
 */
final class Lessons {
  /** Copies made at a time: enough for all cores, and little memory. */
  private static final int COPIES = 4096;

  private final TrainingSet digits;
  private final int[] targets;
  private final Variations variations;

  /**
   * Prepares.
   *
   * @param classes labels of the classes, ascending
   * @param augment whether copies are learned from
   * @throws IllegalArgumentException if there are no copies of these digits to be had
   */
  Lessons(TrainingSet digits, int[] classes, boolean augment) {
    this.digits = digits;
    this.targets = new int[digits.size()];
    Arrays.setAll(targets, digit -> Arrays.binarySearch(classes, digits.label(digit)));
    this.variations =
        augment
            ? digits
                .variations()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "mlp:augment=true makes changed copies of pictures, and here are only features: train on pictures, or with augment=false"))
            : null;
  }

  /** The features of the digits as they are. */
  FeatureMatrix features() {
    return digits.features();
  }

  /** How many digits a lesson has at most: as many whole batches as are worth a lesson. */
  int most(int batch) {
    return variations == null
        ? Integer.MAX_VALUE
        : Math.multiplyExact(batch, (COPIES + batch - 1) / batch);
  }

  /** Some digits to learn from in an epoch, counted from 1. */
  Lesson learned(int[] rows, int epoch) {
    if (variations == null) {
      return original(rows);
    }
    FeatureMatrix copies = variations.of(rows, epoch - 1, 1, ProgressListener.NONE);
    return new Lesson(copies, IntStream.range(0, rows.length).toArray(), targetsOf(rows));
  }

  /** Some digits as they are. */
  Lesson original(int[] rows) {
    return new Lesson(digits.features(), rows, targetsOf(rows));
  }

  private int[] targetsOf(int[] rows) {
    return IntStream.of(rows).map(row -> targets[row]).toArray();
  }
}
