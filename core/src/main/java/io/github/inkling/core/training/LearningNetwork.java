package io.github.inkling.core.training;

import java.util.Optional;

/**
 * A network in training, as {@link NetworkTraining} sees it: it learns a batch at a time.
 *
 * @param <W> its weights at a moment
 */
public interface LearningNetwork<W> {
  /**
   * Largest number of digits of a step.
   *
   * @return at least 1
   */
  int batch();

  /**
   * Smallest number of digits of a step. The last step of an epoch is left out where it would have
   * fewer: its digits have their turn in other epochs.
   *
   * @return 1 to {@link #batch}
   */
  default int leastBatch() {
    return 1;
  }

  /**
   * One step down the gradient of a batch.
   *
   * @param examples have the batch: {@code count} of its digits from {@code first} on
   * @param first the batch's first digit
   * @param count its digits, {@link #leastBatch} to {@link #batch}
   * @param rate the learning rate
   * @return the batch's cross-entropy before the step, summed, in nats; it may be NaN or infinite
   */
  double learn(Examples examples, int first, int count, double rate);

  /**
   * The outputs for some digits, before the softmax, of the weights that {@link #snapshot} would
   * give.
   *
   * @param examples the digits
   * @return one row of values per digit, a value for each class
   */
  float[] outputs(Examples examples);

  /**
   * The weights as they are now.
   *
   * @return what further steps do not change
   */
  W snapshot();

  /**
   * Whether all weights are numbers.
   *
   * @param weights what {@link #snapshot} gave
   * @return false if one is NaN or infinite
   */
  boolean isFinite(W weights);

  /**
   * What it takes to go on learning after an interruption.
   *
   * @return empty if this network cannot
   */
  default Optional<NetworkMemory<W>> memory() {
    return Optional.empty();
  }
}
