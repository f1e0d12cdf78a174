package io.github.inkling.core.model;

import java.util.List;
import java.util.Map;

/**
 * Tells digits apart by their features. Immutable and safe for concurrent use.
 *
 * <p>One rule for the label everywhere: it is the most probable digit.
 */
public interface Classifier {
  /**
   * The name of the {@link ClassifierProvider} that can restore it, as its {@link #state()} has it.
   *
   * @return such as {@code "svm"}
   */
  String name();

  /**
   * Number of features it was trained on.
   *
   * @return at least 1
   */
  int features();

  /**
   * Answers a batch; a single digit is a batch of one.
   *
   * @param digits one row per digit
   * @return one prediction per row, in their order
   * @throws IllegalArgumentException if the matrix has another number of columns than {@link
   *     #features()}
   */
  List<Prediction> predict(FeatureMatrix digits);

  /**
   * Everything needed to make this classifier again.
   *
   * @return its settings and arrays
   */
  ModelState state();

  /**
   * What training came to, for a model's provenance.
   *
   * @return figures by name, such as {@code support vectors = 5582}
   */
  default Map<String, String> report() {
    return Map.of();
  }
}
