package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelArray;
import java.util.Map;

/** The decision functions of all machines of a support vector machine. */
interface DecisionFunctions {
  /** Width of the digits' features. */
  int features();

  /** Principal axes of the features in which they work; 0 for the features themselves. */
  default int axes() {
    return 0;
  }

  /**
   * Evaluates all functions on all digits.
   *
   * @return one row per digit, one value per machine
   */
  double[][] decide(FeatureMatrix digits);

  /** What a model file keeps of them. */
  Map<String, ModelArray> arrays();

  /** Figures of theirs for a model's provenance. */
  Map<String, String> report();
}
