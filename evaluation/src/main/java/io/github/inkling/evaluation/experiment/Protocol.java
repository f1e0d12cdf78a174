package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.SettingRange;
import java.util.List;

/**
 * What is measured of each configuration.
 *
 * @param seeds a training for each; at least one
 * @param folds of a cross-validation on the training digits, 0 (none) or at least 2
 * @param learningSizes numbers of training digits of the learning curve, ascending; empty for none
 * @param corruptedDigits how many digits of the first test set are measured under corruptions, a
 *     stratified part; 0 for none
 * @param singleDigits how many digits of the first test set are asked for one by one, to measure
 *     latency; at least 1
 * @param neighborsOf of how many wrongly answered digits the nearest training digits are looked for
 */
public record Protocol(
    List<Long> seeds,
    int folds,
    List<Integer> learningSizes,
    int corruptedDigits,
    int singleDigits,
    int neighborsOf) {
  /** The most digits to corrupt: 46 pictures of each are in memory, and their features. */
  public static final int MOST_CORRUPTED = 5000;

  private static final int MOST = 1_000_000;

  /**
   * Checks the numbers.
   *
   * @param seeds at least one, none twice
   * @param folds 0, or at least 2
   * @param learningSizes ascending, each at least 2
   * @param corruptedDigits 0 to {@value #MOST_CORRUPTED}
   * @param singleDigits at least 1
   * @param neighborsOf at least 0
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public Protocol {
    if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
      throw new IllegalArgumentException(
          "seeds must be at least one, and none of them twice, not " + seeds);
    }
    if (folds == 1) {
      throw new IllegalArgumentException("folds must be 0, for none, or at least 2, not 1");
    }
    SettingRange.require("folds", folds, 0, MOST);
    SettingRange.require("the number of corrupted digits", corruptedDigits, 0, MOST_CORRUPTED);
    SettingRange.require("singleDigits", singleDigits, 1, MOST);
    SettingRange.require("neighborsOf", neighborsOf, 0, MOST);
    int before = 1;
    for (int size : learningSizes) {
      if (size <= before) {
        throw new IllegalArgumentException(
            "the sizes of a learning curve must ascend from at least 2, not be " + learningSizes);
      }
      before = size;
    }
    seeds = List.copyOf(seeds);
    learningSizes = List.copyOf(learningSizes);
  }

  /**
   * What a first look needs: one training, no cross-validation, learning curve and corruptions on a
   * part of the digits.
   *
   * @return the default protocol
   */
  public static Protocol defaults() {
    return new Protocol(List.of(42L), 0, List.of(1000, 3000, 10_000), 1000, 1000, 100);
  }

  /** A stratified part of some digits, which the first seed decides; all if they are no more. */
  LabeledDigits part(LabeledDigits digits, int most) {
    return most < digits.size()
        ? digits.select(Split.indices(digits.labels(), most, seeds.get(0)))
        : digits;
  }

  /**
   * Chooses the seeds.
   *
   * @param values a training for each
   * @return a changed copy
   */
  public Protocol withSeeds(List<Long> values) {
    return new Protocol(values, folds, learningSizes, corruptedDigits, singleDigits, neighborsOf);
  }

  /**
   * Chooses the number of folds.
   *
   * @param number 0 for no cross-validation, or at least 2
   * @return a changed copy
   */
  public Protocol withFolds(int number) {
    return new Protocol(seeds, number, learningSizes, corruptedDigits, singleDigits, neighborsOf);
  }

  /**
   * Chooses the learning curve.
   *
   * @param sizes numbers of training digits, ascending; empty for no curve
   * @return a changed copy
   */
  public Protocol withLearningSizes(List<Integer> sizes) {
    return new Protocol(seeds, folds, sizes, corruptedDigits, singleDigits, neighborsOf);
  }

  /**
   * Chooses how many digits are corrupted.
   *
   * @param number 0 for none
   * @return a changed copy
   */
  public Protocol withCorruptedDigits(int number) {
    return new Protocol(seeds, folds, learningSizes, number, singleDigits, neighborsOf);
  }
}
