package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The numbers of one step.
 *
 * @param scope of them and of what is needed in between
 * @param rate the learning rate
 * @param momentum share of the step before
 * @param decay how much of a weight is added to its gradient
 * @param follow share of the way to the parameters that their averages go
 */
record Step(NDManager scope, NDArray rate, NDArray momentum, NDArray decay, NDArray follow) {
  /** Brings an average nearer to what it is the average of. */
  void follow(NDArray average, NDArray values) {
    average.addi(Parameter.in(scope, values.sub(average)).muli(follow));
  }
}
