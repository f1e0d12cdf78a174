package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.robustness.CorruptedDigits;
import io.github.inkling.evaluation.robustness.Corrupter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Configurations of the same preprocessing and features, whose digits are prepared once. */
record FeatureGroup(
    LabeledDigits training,
    List<LabeledDigits> tests,
    Protocol protocol,
    List<Contender> contenders) {
  /**
   * Digits that are ready for every classifier of a group.
   *
   * @param training what is trained on
   * @param tests what is measured on
   * @param corrupted a part of the first test set under corruptions, if it is wanted
   */
  record Ready(
      PreparedDigits training, List<PreparedDigits> tests, Optional<Corrupted> corrupted) {}

  /**
   * Corrupted digits, ready for every classifier.
   *
   * @param digits the clean and the corrupted digits, and how to count them
   * @param prepared the same with their features
   */
  record Corrupted(CorruptedDigits digits, PreparedDigits prepared) {}

  Ready prepare(ProgressListener progress) {
    RecognizerTrainer trainer = contenders.get(0).trainer().progress(progress);
    PreparedDigits prepared = trainer.prepare(training);
    List<PreparedDigits> preparedTests = new ArrayList<>();
    for (LabeledDigits test : tests) {
      preparedTests.add(PreparedDigits.of(test, prepared.preparation(), progress));
    }
    return new Ready(prepared, preparedTests, corrupted(prepared, progress));
  }

  private Optional<Corrupted> corrupted(PreparedDigits prepared, ProgressListener progress) {
    if (protocol.corruptedDigits() == 0) {
      return Optional.empty();
    }
    long seed = protocol.seeds().get(0);
    LabeledDigits test = tests.get(0);
    LabeledDigits clean =
        protocol.corruptedDigits() < test.size()
            ? test.select(Split.indices(test.labels(), protocol.corruptedDigits(), seed))
            : test;
    CorruptedDigits corrupted = CorruptedDigits.of(clean, new Corrupter(seed), progress);
    return Optional.of(
        new Corrupted(
            corrupted, PreparedDigits.of(corrupted.digits(), prepared.preparation(), progress)));
  }
}
