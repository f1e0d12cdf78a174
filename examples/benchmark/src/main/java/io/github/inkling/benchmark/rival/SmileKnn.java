package io.github.inkling.benchmark.rival;

import smile.classification.KNN;
import smile.math.distance.EuclideanDistance;
import smile.neighbor.LinearSearch;

/** Smile's k-NN on its linear search: its cover tree, the default, is slower in so many columns. */
final class SmileKnn implements SmileRival {
  private final int k;

  SmileKnn(int k) {
    this.k = k;
  }

  @Override
  public String how() {
    return "KNN on LinearSearch, one core";
  }

  @Override
  public Trained<double[][]> train(double[][] digits, int[] labels) {
    KNN<double[]> trained = new KNN<>(LinearSearch.of(digits, new EuclideanDistance()), labels, k);
    return trained::predict;
  }
}
