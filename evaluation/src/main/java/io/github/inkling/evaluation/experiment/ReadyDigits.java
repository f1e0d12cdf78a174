package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.Preparation;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.evaluation.robustness.CorruptedDigits;
import io.github.inkling.evaluation.robustness.Corrupter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Digits that are ready for every classifier of the same preprocessing and features.
 *
 * @param training what is trained on, or was, if that is at hand
 * @param tests what is measured on
 * @param corrupted a part of the first test set under corruptions, if it is wanted
 */
record ReadyDigits(
    Optional<PreparedDigits> training, List<PreparedDigits> tests, Optional<Corrupted> corrupted) {
  /**
   * Corrupted digits, ready for every classifier.
   *
   * @param digits the clean and the corrupted digits, and how to count them
   * @param prepared the same with their features
   */
  record Corrupted(CorruptedDigits digits, PreparedDigits prepared) {}

  static ReadyDigits of(
      Preparation preparation,
      Optional<LabeledDigits> training,
      List<LabeledDigits> tests,
      Protocol protocol,
      ProgressListener progress) {
    Optional<PreparedDigits> prepared =
        training.map(digits -> PreparedDigits.of(digits, preparation, progress));
    List<PreparedDigits> preparedTests = new ArrayList<>();
    for (LabeledDigits test : tests) {
      preparedTests.add(PreparedDigits.of(test, preparation, progress));
    }
    return new ReadyDigits(
        prepared, preparedTests, corrupted(preparation, tests.get(0), protocol, progress));
  }

  private static Optional<Corrupted> corrupted(
      Preparation preparation, LabeledDigits test, Protocol protocol, ProgressListener progress) {
    if (protocol.corruptedDigits() == 0) {
      return Optional.empty();
    }
    LabeledDigits clean = protocol.part(test, protocol.corruptedDigits());
    Corrupter corrupter = new Corrupter(protocol.seeds().get(0));
    CorruptedDigits corrupted = CorruptedDigits.of(clean, corrupter, progress);
    return Optional.of(
        new Corrupted(corrupted, PreparedDigits.of(corrupted.digits(), preparation, progress)));
  }
}
