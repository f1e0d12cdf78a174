package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.Prediction;
import java.util.List;

/**
 * A trained classifier and where it finds its features: it reads as many neighbouring columns as it
 * was trained on, of which others may read the same.
 *
 * @param classifier answers
 * @param firstColumn the first feature that it reads
 */
record Member(Classifier classifier, int firstColumn) {
  /**
   * Checks that it reads columns that are there.
   *
   * @throws IllegalArgumentException if it does not, naming them
   */
  Member requireWithin(int features) {
    long last = (long) firstColumn + classifier.features() - 1;
    if (firstColumn < 0 || last >= features) {
      throw new IllegalArgumentException(
          "a member (%s) reads the features %d to %d, but there are %d in all"
              .formatted(kind(), firstColumn, last, features));
    }
    return this;
  }

  /** The name of its classifier, such as {@code svm}. */
  String kind() {
    return classifier.name();
  }

  List<Prediction> predict(FeatureMatrix digits) {
    return classifier.predict(digits.columns(firstColumn, firstColumn + classifier.features()));
  }
}
