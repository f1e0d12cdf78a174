package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Computes gradients. Not by DJL's collector of them, of which there may be one in a process at a
 * time: trainings may run beside each other.
 */
final class Gradients {
  private Gradients() {}

  /**
   * Adds the gradient of a number to those of the parameters that it was computed of.
   *
   * @param loss computes the number
   * @return the number
   */
  static NDArray of(Supplier<NDArray> loss) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try {
      NDArray value = loss.get();
      JniUtils.backward((PtNDArray) value, (PtNDArray) value.onesLike(), false, false);
      return value;
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /** Computes something of which no gradient is wanted, such as the parameters themselves. */
  static void without(Runnable work) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try {
      work.run();
    } finally {
      JniUtils.setGradMode(before);
    }
  }
}
