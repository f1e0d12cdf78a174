package io.github.inkling.benchmark.rival;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;

/** What Smile's classifiers have in common. */
interface SmileRival extends Rival<double[][]> {
  @Override
  default String library() {
    return "Smile " + Classifiers.libraries().get("smile");
  }

  @Override
  default double[][] convert(FeatureMatrix digits) {
    return Rows.of(digits);
  }
}
