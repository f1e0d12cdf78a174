package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.LongStream;

/**
 * Numbers that a network learns, with their velocity and their average over the steps: stochastic
 * gradient descent with Nesterov's momentum, as PyTorch has it (after Sutskever et al., "On the
 * importance of initialization and momentum in deep learning", ICML 2013, section 2): the velocity
 * is kept without the rate, which may change.
 */
final class Parameter {
  private final NDArray values;
  private final NDArray velocity;
  private final NDArray average;
  private final boolean decays;

  /**
   * Puts it in a scope.
   *
   * @param tensors of the scope
   * @param first values to begin with
   * @param decays whether they are drawn to 0
   */
  Parameter(Tensors tensors, float[] first, boolean decays, int... shape) {
    values = tensors.of(first, shape);
    average = tensors.of(first, shape);
    velocity = tensors.of(new float[first.length], shape);
    this.decays = decays;
    values.setRequiresGradient(true);
  }

  /** The numbers, to compute with. */
  NDArray values() {
    return values;
  }

  /** How many numbers. */
  int size() {
    return Math.toIntExact(values.size());
  }

  /** Their average, copied. */
  float[] average() {
    return average.toFloatArray();
  }

  /** A step down the gradient, which is forgotten. */
  void learn(Step step) {
    NDArray gradient = in(step.scope(), values.getGradient());
    if (decays) {
      gradient.addi(in(step.scope(), values.mul(step.decay())));
    }
    velocity.muli(step.momentum()).addi(gradient);
    NDArray change = in(step.scope(), velocity.mul(step.momentum()));
    values.subi(change.addi(gradient).muli(step.rate()));
    gradient.subi(gradient);
    step.follow(average, values);
  }

  /** What is computed of an array would live as long as that. */
  static NDArray in(NDManager scope, NDArray array) {
    array.attach(scope);
    return array;
  }

  /** All that the next step depends on: values, velocity, average. */
  float[][] save() {
    return new float[][] {values.toFloatArray(), velocity.toFloatArray(), average.toFloatArray()};
  }

  /** Goes on from there. */
  void load(Tensors tensors, float[][] saved) {
    overwrite(values, tensors, saved[0]);
    overwrite(velocity, tensors, saved[1]);
    overwrite(average, tensors, saved[2]);
  }

  /** Not by setting the array, which would have it on memory of Java's. */
  static void overwrite(NDArray array, Tensors tensors, float... values) {
    try (NDArray fresh = tensors.of(values, extents(array))) {
      Gradients.without(() -> array.subi(array).addi(fresh));
    }
  }

  private static int[] extents(NDArray array) {
    return LongStream.of(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
  }
}
