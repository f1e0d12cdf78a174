package io.github.inkling.core.model;

/**
 * Trains a classifier. Immutable; the same input and seed give the same classifier, bit for bit.
 */
public interface Trainer {
  /**
   * The name from which this trainer can be made again, all settings included.
   *
   * @return such as {@code "knn:k=3,weights=uniform"}; see {@link ComponentSpec}
   */
  String spec();

  /**
   * Trains.
   *
   * @param digits features and labels of the training digits
   * @param seed decides every random choice
   * @param progress hears of progress
   * @return the classifier
   */
  Classifier train(TrainingSet digits, long seed, ProgressListener progress);
}
