package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.dataset.LabeledDigits;
import java.util.Map;

/**
 * Digits that no recognizer has seen, and what each says of them.
 *
 * @param data the digits
 * @param judged the answers to those that are not blank
 * @param featureSeconds seconds that preprocessing and features took
 */
record Validation(LabeledDigits data, JudgedAnswers judged, double featureSeconds) {
  /** Tells which digits they are. */
  void describe(Map<String, String> report) {
    report.put("validation data", "%s (SHA-256 %s)".formatted(data.name(), data.contentHash()));
    report.put("validation digits", String.valueOf(judged.digits()));
  }
}
