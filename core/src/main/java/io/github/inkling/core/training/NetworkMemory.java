package io.github.inkling.core.training;

import io.github.inkling.core.model.ModelState;

/**
 * Writes down a network in training, and takes it up again: what it learns next is the same, bit
 * for bit, as if it had never stopped.
 *
 * @param <W> its weights at a moment
 */
public interface NetworkMemory<W> {
  /**
   * All that its next step depends on, the weights and their last steps.
   *
   * @return settings and arrays
   */
  ModelState save();

  /**
   * Goes on from there.
   *
   * @param state what {@link #save()} gave for a network of the same settings
   * @throws IllegalArgumentException if an array is missing or has another shape
   */
  void load(ModelState state);

  /**
   * Writes down weights.
   *
   * @param weights what {@link LearningNetwork#snapshot} gave
   * @return settings and arrays
   */
  ModelState save(W weights);

  /**
   * Reads weights.
   *
   * @param state what {@link #save(Object)} gave
   * @return the weights
   * @throws IllegalArgumentException if an array is missing or has another shape
   */
  W read(ModelState state);
}
