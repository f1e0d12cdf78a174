package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The states that a model file holds. Their arrays share one list there: those of the rejection
 * stand behind the classifier's, with a prefix.
 *
 * @param classifier what the classifier consists of
 * @param rejection what the rejection rule consists of, if there is one
 */
record ModelParts(ModelState classifier, Optional<ModelState> rejection) {
  private static final String PREFIX = "rejection/";

  static ModelParts of(DigitRecognizer recognizer) {
    return new ModelParts(
        recognizer.classifier().state(), recognizer.rejection().map(RejectionRule::state));
  }

  /**
   * Parts a file's content again.
   *
   * @param name of the classifier
   * @param settings of the classifier
   * @param rejection settings of the rejection rule; null if the model has none
   * @param arrays all of them
   * @throws IllegalArgumentException if parts lie too deep within each other
   */
  static ModelParts of(
      String name,
      Map<String, String> settings,
      Map<String, String> rejection,
      Map<String, ModelArray> arrays) {
    Map<String, ModelArray> ofClassifier = new LinkedHashMap<>();
    Map<String, ModelArray> ofRejection = new LinkedHashMap<>();
    arrays.forEach(
        (key, array) -> {
          if (key.startsWith(PREFIX)) {
            ofRejection.put(key.substring(PREFIX.length()), array);
          } else {
            ofClassifier.put(key, array);
          }
        });
    return new ModelParts(
        new ModelState(name, settings, ofClassifier),
        Optional.ofNullable(rejection)
            .map(it -> new ModelState(RejectionRule.NAME, it, ofRejection)));
  }

  /** All arrays, by the names that they have in the file. */
  Map<String, ModelArray> arrays() {
    Map<String, ModelArray> all = new LinkedHashMap<>(classifier.arrays());
    rejection.ifPresent(
        state -> state.arrays().forEach((name, array) -> all.put(PREFIX + name, array)));
    return all;
  }
}
