package io.github.inkling.benchmark.rival;

import java.util.List;

/** Who takes part in which comparison; Inkling is always the first. */
public final class Rivals {
  private Rivals() {}

  /**
   * Support vector machines with an RBF kernel, one machine per pair of classes.
   *
   * @param settings the same for all
   * @return Inkling, the same in principal axes of the features, Smile, LIBSVM, OpenCV
   */
  public static List<Rival<?>> svm(SvmTask settings) {
    return List.of(
        InklingRival.svm(settings),
        InklingRival.svmInAxes(settings),
        new SmileSvm(settings),
        new LibsvmSvm(settings),
        new OpenCvSvm(settings));
  }

  /**
   * The exact nearest neighbours by Euclidean distance, one vote each.
   *
   * @param k how many vote
   * @return Inkling, Smile, OpenCV
   */
  public static List<Rival<?>> knn(int k) {
    return List.of(InklingRival.knn(k), new SmileKnn(k), new OpenCvKnn(k));
  }

  /**
   * One epoch of a perceptron with one hidden layer of rectified units.
   *
   * @param settings the same for all
   * @return Inkling, Smile
   */
  public static List<Rival<?>> mlp(MlpTask settings) {
    return List.of(InklingRival.mlp(settings), new SmileMlp(settings));
  }
}
