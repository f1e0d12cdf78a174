package io.github.inkling.evaluation.robustness;

import io.github.inkling.core.Sha256;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How well a data set is still recognised when its pictures are corrupted: plain data, from which
 * every metric follows. An error is a digit that was not answered rightly, be it answered wrongly
 * or rejected.
 *
 * @param data the clean data set's name, such as {@code "mnist:test"}
 * @param dataHash identifies the clean data set's content; see {@link LabeledDigits#contentHash()}
 * @param seed decides what was drawn at random to corrupt it; see {@link Corrupter}
 * @param digits number of digits of the clean data set, at least 1
 * @param cleanErrors errors on the clean digits, 0 to {@code digits}
 * @param errors for every corruption, in their order, the errors at the strengths 1 to {@value
 *     Corruption#STRENGTHS}, each 0 to {@code digits}; unmodifiable
 */
public record RobustnessReport(
    String data,
    String dataHash,
    long seed,
    int digits,
    int cleanErrors,
    Map<Corruption, List<Integer>> errors) {
  private static final String STAGE = "Measuring robustness";

  /**
   * Checks the counts, and keeps an unmodifiable copy of them.
   *
   * @param data the clean data set's name
   * @param dataHash SHA-256 of its content, 64 hexadecimal digits in lower case
   * @param seed the corrupter's seed
   * @param digits at least 1
   * @param cleanErrors 0 to {@code digits}
   * @param errors five counts for every corruption, each 0 to {@code digits}
   * @throws IllegalArgumentException if the hash is none, or a count is missing or out of range,
   *     naming it
   */
  public RobustnessReport {
    if (!Sha256.isHex(dataHash)) {
      throw new IllegalArgumentException(
          "%s: the data hash must be 64 hexadecimal digits, not '%s'".formatted(data, dataHash));
    }
    requireDigits(data, digits);
    SettingRange.require("clean errors", cleanErrors, 0, digits);
    Map<Corruption, List<Integer>> copy = new EnumMap<>(Corruption.class);
    for (Corruption corruption : Corruption.values()) {
      List<Integer> curve = errors.get(corruption);
      if (curve == null || curve.size() != Corruption.STRENGTHS) {
        throw new IllegalArgumentException(
            "the errors of %s must be %d counts, one per strength, not %s"
                .formatted(corruption, Corruption.STRENGTHS, curve));
      }
      for (int strength = 1; strength <= curve.size(); strength++) {
        SettingRange.require(
            "the errors of " + corruption + " " + strength, curve.get(strength - 1), 0, digits);
      }
      copy.put(corruption, List.copyOf(curve));
    }
    errors = Collections.unmodifiableMap(copy);
  }

  /**
   * Measures whatever answers pictures, one corrupted set after the other, so that no more than one
   * is in memory. For several recognizers of the same features, {@link CorruptedDigits} is faster.
   *
   * @param clean the digits, at least one
   * @param corrupter corrupts them
   * @param recognizer answers pictures, in their order, such as {@code recognizer::recognizeAll}
   * @param progress hears of answered digits, the clean ones and those of all corruptions
   * @return the report
   * @throws IllegalArgumentException if there is no digit, or digits and answers differ in number
   */
  public static RobustnessReport of(
      LabeledDigits clean,
      Corrupter corrupter,
      Function<List<GrayImage>, List<Prediction>> recognizer,
      ProgressListener progress) {
    CorruptedSets sets = new CorruptedSets(clean, corrupter);
    int[] errors = new int[CorruptedSets.COUNT];
    long total = (long) errors.length * clean.size();
    for (int set = 0; set < errors.length; set++) {
      progress.progress(STAGE, (long) set * clean.size(), total);
      errors[set] = sets.errors(set, recognizer.apply(sets.set(set).images()));
    }
    progress.progress(STAGE, total, total);
    return sets.report(errors);
  }

  /**
   * The proportion of clean digits that were not answered rightly.
   *
   * @return 0 to 1
   */
  public double cleanErrorRate() {
    return (double) cleanErrors / digits;
  }

  /**
   * The proportion of corrupted digits that were not answered rightly.
   *
   * @param corruption what happened to them
   * @param strength 1 to {@value Corruption#STRENGTHS}
   * @return 0 to 1
   * @throws IllegalArgumentException if the strength is out of range
   */
  public double errorRate(Corruption corruption, int strength) {
    Corruption.requireStrength(strength);
    return (double) errors.get(corruption).get(strength - 1) / digits;
  }

  /**
   * The mean error rate of a corruption over all strengths.
   *
   * @param corruption what happened to the digits
   * @return 0 to 1
   */
  public double meanErrorRate(Corruption corruption) {
    return (double) total(corruption) / Corruption.STRENGTHS / digits;
  }

  /**
   * The unnormalised mean corruption error: the mean error rate over all corruptions and strengths,
   * the clean digits left out.
   *
   * @return 0 to 1
   */
  public double meanCorruptionError() {
    return Arrays.stream(Corruption.values())
        .mapToDouble(this::meanErrorRate)
        .average()
        .orElseThrow();
  }

  /**
   * The corruption error relative to a baseline, as ImageNet-C has it: the errors at all strengths,
   * divided by those of the baseline.
   *
   * @param corruption what happened to the digits
   * @param baseline another report on the same digits, corrupted under the same seed
   * @return below 1 if there are fewer errors than the baseline's; empty if the baseline made none
   * @throws IllegalArgumentException if the baseline is of other digits or another seed
   */
  public OptionalDouble corruptionError(Corruption corruption, RobustnessReport baseline) {
    requireComparable(baseline);
    int total = baseline.total(corruption);
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) total(corruption) / total);
  }

  /**
   * The mean corruption error relative to a baseline, the mCE of ImageNet-C as a ratio: the mean of
   * the {@linkplain #corruptionError(Corruption, RobustnessReport) corruption errors}, in which
   * corruptions that are hard for all do not outweigh the others.
   *
   * @param baseline another report on the same digits, corrupted under the same seed
   * @return below 1 if it is more robust than the baseline, on the mean; empty if the baseline made
   *     no error for one of the corruptions
   * @throws IllegalArgumentException if the baseline is of other digits or another seed
   */
  public OptionalDouble meanCorruptionError(RobustnessReport baseline) {
    double sum = 0;
    for (Corruption corruption : Corruption.values()) {
      OptionalDouble relative = corruptionError(corruption, baseline);
      if (relative.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += relative.getAsDouble();
    }
    return OptionalDouble.of(sum / Corruption.values().length);
  }

  static void requireDigits(String data, int digits) {
    if (digits < 1) {
      throw new IllegalArgumentException(
          "%s: the number of digits must be at least 1, not %d".formatted(data, digits));
    }
  }

  private int total(Corruption corruption) {
    return errors.get(corruption).stream().mapToInt(Integer::intValue).sum();
  }

  private void requireComparable(RobustnessReport baseline) {
    if (!dataHash.equals(baseline.dataHash) || seed != baseline.seed) {
      throw new IllegalArgumentException(
          "the baseline must be of the same digits under seed %d, %s, not under seed %d of %s"
              .formatted(seed, data, baseline.seed, baseline.data));
    }
  }
}
