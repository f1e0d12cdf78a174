package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;

/** How far two digits are from each other. */
public enum Metric {
  /** The Euclidean distance of the features. */
  EUCLIDEAN,
  /**
   * The Euclidean distance of the features' square roots, sign kept: for histograms, the Hellinger
   * distance up to a factor, in which a few large bins do not drown the many small ones
   * (Arandjelovic and Zisserman, "Three things everyone should know to improve object retrieval",
   * CVPR 2012, section 3).
   */
  HELLINGER;

  /** Puts digits where the Euclidean distance is this one. */
  FeatureMatrix embed(FeatureMatrix digits) {
    if (this == EUCLIDEAN) {
      return digits;
    }
    float[] roots = new float[digits.values().length];
    for (int i = 0; i < roots.length; i++) {
      float value = digits.values()[i];
      roots[i] = Math.copySign((float) Math.sqrt(Math.abs(value)), value);
    }
    return FeatureMatrix.wrap(digits.rows(), digits.columns(), roots);
  }
}
