package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.Iterator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Forward propagation: what the layers of a network make of digits, by PyTorch. */
final class Propagation {
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape NONE = new Shape(0, 0);

  private Propagation() {}

  /**
   * Sends digits through all layers.
   *
   * @param weighted what each layer with weights does, in their order, before it rectifies
   * @param instead hears of what a step took and of what it made, and returns the latter
   * @return the outputs, before the softmax
   */
  static NDArray through(
      Architecture architecture,
      NDArray digits,
      List<? extends UnaryOperator<NDArray>> weighted,
      BinaryOperator<NDArray> instead) {
    NDArray values = digits;
    Iterator<? extends UnaryOperator<NDArray>> operations = weighted.iterator();
    for (Layer layer : architecture.layers()) {
      if (layer instanceof Layer.Pooling) {
        values = instead.apply(values, pool(values));
        continue;
      }
      values = instead.apply(values, operations.next().apply(values));
      if (operations.hasNext()) {
        values = instead.apply(values, rectify(values));
      }
    }
    return values;
  }

  /**
   * A layer with weights, before its values are rectified.
   *
   * @param biases may be null
   * @param isGradientWanted whether that of the layer's inputs is
   */
  static NDArray apply(
      Layer layer, NDArray values, NDArray weights, NDArray biases, boolean isGradientWanted) {
    if (layer instanceof Layer.Convolution convolution) {
      return BlockedConvolution.of(
          values, weights, biases, convolution.padding(), isGradientWanted);
    }
    NDArray flat =
        values.getShape().dimension() == 2 ? values : values.reshape(values.getShape().get(0), -1);
    return Linear.linear(flat, weights, biases).singletonOrThrow();
  }

  private static NDArray pool(NDArray values) {
    return Pool.maxPool2d(values, TWO, TWO, NONE, false);
  }

  private static NDArray rectify(NDArray values) {
    return values.getNDArrayInternal().relu();
  }
}
