package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.Preparation;
import io.github.inkling.core.vision.Normalizer;
import java.util.List;
import java.util.Optional;

/** Configurations of the same preprocessing and features, whose digits are prepared once. */
record FeatureGroup(
    LabeledDigits training,
    List<LabeledDigits> tests,
    Protocol protocol,
    List<Contender> contenders) {
  ReadyDigits prepare(ProgressListener progress) {
    Contender any = contenders.get(0);
    Preparation preparation =
        new Preparation(new Normalizer(any.preprocessing().value()), any.features().value());
    return ReadyDigits.of(preparation, Optional.of(training), tests, protocol, progress);
  }
}
