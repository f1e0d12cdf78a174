package io.github.inkling.core.model;

import java.util.Map;

/**
 * Makes the trainers of one name and brings their classifiers back from a model file. Found by
 * {@link java.util.ServiceLoader}.
 */
public interface ClassifierProvider {
  /**
   * The name before the colon, which is also the name in {@link ModelState#classifier()}.
   *
   * @return such as {@code "svm"}
   */
  String name();

  /**
   * Makes a trainer.
   *
   * @param spec the name and its settings
   * @return the trainer
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  Trainer trainer(ComponentSpec spec);

  /**
   * Makes a classifier again.
   *
   * @param state what {@link Classifier#state()} returned
   * @return a classifier that predicts the same
   * @throws IllegalArgumentException if an array or a setting is missing or has a wrong shape
   */
  Classifier restore(ModelState state);

  /**
   * The libraries that do the work, for a model's provenance.
   *
   * @return versions by name, such as {@code smile = 3.1.1}
   */
  default Map<String, String> libraries() {
    return Map.of();
  }
}
