package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.model.Variations;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a network learns from: the training digits as they are, or in every epoch other changed
 * copies of them, made on the way. Then copies that are among the training digits already are left
 * out.
 */
final class ExampleSource {
  /** Copies made at a time: enough for all cores, and soon done. */
  private static final int COPIES = 2048;

  private final TrainingSet digits;
  private final int[] targets;
  private final Variations variations;

  /**
   * Prepares.
   *
   * @param classes labels of the classes, ascending
   * @param augment whether copies are learned from
   * @throws IllegalArgumentException if copies of these digits are not to be had
   */
  ExampleSource(TrainingSet digits, int[] classes, boolean augment) {
    this.digits = digits;
    this.targets = new int[digits.size()];
    Arrays.setAll(targets, digit -> Arrays.binarySearch(classes, digits.label(digit)));
    this.variations =
        augment ? digits.requireVariations("mlp:augment=true", "augment=false") : null;
  }

  /** Splits: where every epoch makes its own copies, the rows to learn from are digits alone. */
  Holdout holdOut(double share, SplittableRandom random) {
    Holdout holdout = Holdout.of(digits, share, random);
    return isAugmented() ? holdout.withoutCopies(digits.firstRows()) : holdout;
  }

  /** How many digits are shown at a time at most: whole batches of them. */
  int most(int batch) {
    return isAugmented() ? (COPIES + batch - 1) / batch * batch : Integer.MAX_VALUE;
  }

  /** Whether copies are learned from. */
  boolean isAugmented() {
    return variations != null;
  }

  /** Some digits as an epoch learns from them; epochs are counted from 1. */
  Examples ofEpoch(int epoch, int... rows) {
    if (!isAugmented()) {
      return original(rows);
    }
    FeatureMatrix copies = variations.of(rows, epoch - 1, 1, ProgressListener.NONE);
    return new Examples(copies, IntStream.range(0, rows.length).toArray(), targetsOf(rows));
  }

  /** Some digits as they are. */
  Examples original(int... rows) {
    return new Examples(digits.features(), rows, targetsOf(rows));
  }

  private int[] targetsOf(int... rows) {
    return IntStream.of(rows).map(row -> targets[row]).toArray();
  }
}
