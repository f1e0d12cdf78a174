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
   * Looks whether features of a number can be learned from, before those of all digits are
   * computed. As it is, any number can.
   *
   * @param features of each digit
   * @throws IllegalArgumentException if they cannot, saying what could
   */
  default void requireFeatures(int features) {}

  /**
   * Trains.
   *
   * @param digits features and labels of the training digits
   * @param seed decides every random choice
   * @param progress hears of progress
   * @return the classifier
   */
  Classifier train(TrainingSet digits, long seed, ProgressListener progress);

  /**
   * Whether an interrupted training can go on where it was; that of a {@link ResumableTrainer} can.
   *
   * @return whether {@link #train(TrainingSet, long, Checkpoints, ProgressListener)} asks its
   *     checkpoints for anything
   */
  default boolean keepsCheckpoints() {
    return false;
  }

  /**
   * Trains, from a checkpoint on where there is one. The classifier is the same as without.
   *
   * @param digits features and labels of the training digits
   * @param seed decides every random choice
   * @param checkpoints those of an earlier training by this trainer of these digits with this seed
   * @param progress hears of progress
   * @return the classifier
   */
  default Classifier train(
      TrainingSet digits, long seed, Checkpoints checkpoints, ProgressListener progress) {
    return train(digits, seed, progress);
  }
}
