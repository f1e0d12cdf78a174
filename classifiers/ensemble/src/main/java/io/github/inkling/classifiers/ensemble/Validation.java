package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.dataset.LabeledDigits;
import java.util.List;
import java.util.Map;

/**
 * Digits that no recognizer has seen, and what each says of them.
 *
 * @param data the digits
 * @param flattered names of those that are made of others, and were fitted to each other on these
 * @param judged the answers to those that are not blank
 * @param featureSeconds seconds that preprocessing and features took
 */
record Validation(
    LabeledDigits data, List<String> flattered, JudgedAnswers judged, double featureSeconds) {
  /** Tells which digits they are. */
  void describe(Map<String, String> report) {
    report.put(
        SeenDigits.VALIDATION_DATA, "%s (SHA-256 %s)".formatted(data.name(), data.contentHash()));
    report.put("validation digits", String.valueOf(judged.digits()));
    if (!flattered.isEmpty()) {
      report.put(
          "validation flatters",
          String.join(", ", flattered) + ", which was itself fitted on these digits");
    }
  }
}
