package io.github.inkling.evaluation.robustness;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The sets behind a report in their order: the clean digits, then the first corruption at all
 * strengths, then the second, and so on.
 */
record CorruptedSets(LabeledDigits clean, Corrupter corrupter) {
  private static final List<Condition> CONDITIONS =
      Arrays.stream(Corruption.values())
          .flatMap(
              corruption ->
                  IntStream.rangeClosed(1, Corruption.STRENGTHS)
                      .mapToObj(strength -> new Condition(corruption, strength)))
          .toList();

  static final int COUNT = 1 + CONDITIONS.size();

  private record Condition(Corruption corruption, int strength) {}

  CorruptedSets {
    RobustnessReport.requireDigits(clean.name(), clean.size());
  }

  LabeledDigits set(int number) {
    if (number == 0) {
      return clean;
    }
    Condition condition = CONDITIONS.get(number - 1);
    return corrupter.corrupt(clean, condition.corruption, condition.strength);
  }

  /** How many digits of a set were not answered rightly. */
  int errors(int number, List<Prediction> predictions) {
    if (predictions.size() != clean.size()) {
      throw new IllegalArgumentException(
          "set %d of %s: there are %d digits, but %d predictions"
              .formatted(number, clean.name(), clean.size(), predictions.size()));
    }
    int errors = 0;
    for (int i = 0; i < clean.size(); i++) {
      Prediction answer = predictions.get(i);
      errors += answer.isDigit() && answer.label() == clean.label(i) ? 0 : 1;
    }
    return errors;
  }

  /** The report of as many errors of each set. */
  RobustnessReport report(int[] errors) {
    Map<Corruption, List<Integer>> curves = new EnumMap<>(Corruption.class);
    for (int i = 0; i < CONDITIONS.size(); i++) {
      curves
          .computeIfAbsent(CONDITIONS.get(i).corruption, corruption -> new ArrayList<>())
          .add(errors[i + 1]);
    }
    return new RobustnessReport(
        clean.name(), clean.contentHash(), corrupter.seed(), clean.size(), errors[0], curves);
  }
}
