package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.vision.NormalizerSettings;

/** A configuration that can be trained. */
record Contender(
    Choice<NormalizerSettings> preprocessing,
    Choice<FeatureExtractor> features,
    Choice<Trainer> classifier) {
  /** One of the three choices: the thing itself, its name for people, and its full name. */
  record Choice<T>(T value, String name, String spec) {
    Configuration.Part part() {
      return new Configuration.Part(name, spec);
    }
  }

  Configuration configuration() {
    return new Configuration(preprocessing.part(), features.part(), classifier.part());
  }

  RecognizerTrainer trainer() {
    return DigitRecognizer.trainer()
        .normalizer(preprocessing.value())
        .features(features.value())
        .classifier(classifier.value());
  }
}
