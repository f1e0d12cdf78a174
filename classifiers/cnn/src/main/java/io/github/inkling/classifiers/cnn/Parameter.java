package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Numbers that a network learns, with their last step and their average over the steps: stochastic
 * gradient descent with Nesterov's momentum, as Sutskever et al., "On the importance of
 * initialization and momentum in deep learning", ICML 2013, equation 7 has it.
 */
final class Parameter {
  private final NDArray values;
  private final NDArray step;
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
    step = tensors.of(new float[first.length], shape);
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

  /**
   * A step down the gradient, which is forgotten.
   *
   * @param scope of what is needed in between
   * @param keep share of the average that is kept, 0 to below 1
   */
  void learn(NDManager scope, float rate, float momentum, float decay, float keep) {
    NDArray gradient = in(scope, values.getGradient());
    if (decays && decay > 0) {
      gradient.addi(in(scope, values.mul(decay)));
    }
    step.muli(momentum).addi(gradient);
    values.subi(in(scope, step.mul(momentum)).addi(gradient).muli(rate));
    gradient.subi(gradient);
    average.addi(in(scope, values.sub(average)).muli(1 - keep));
  }

  /** What is computed of an array would live as long as that. */
  static NDArray in(NDManager scope, NDArray array) {
    array.attach(scope);
    return array;
  }

  /** All that the next step depends on: values, step, average. */
  float[][] save() {
    return new float[][] {values.toFloatArray(), step.toFloatArray(), average.toFloatArray()};
  }

  /** Goes on from there. */
  void load(float[][] saved) {
    values.set(saved[0]);
    step.set(saved[1]);
    average.set(saved[2]);
  }
}
