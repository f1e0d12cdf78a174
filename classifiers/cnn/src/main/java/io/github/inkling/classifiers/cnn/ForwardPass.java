package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings weights to PyTorch and sends digits through the layers. */
final class ForwardPass implements AutoCloseable {
  /** Digits that go through the layers together: what lies between them stays in the cache. */
  private static final int MOST = 128;

  /**
   * A digit alone goes with a blank one: for one, PyTorch would take NNPACK, which says so on the
   * standard error in every layer where it does not know the processor.
   */
  private static final int LEAST = 2;

  /** The most values, 64 MB, between the layers. */
  private static final int MOST_VALUES = 1 << 24;

  private static final Shape ONE = new Shape(1, 1);
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape NONE = new Shape(0, 0);

  private final CnnWeights network;
  private final int most;
  private final NDManager scope;
  private final Tensors tensors;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> biases = new ArrayList<>();

  /**
   * Prepares.
   *
   * @throws IllegalStateException if PyTorch is not there for this platform
   */
  ForwardPass(CnnWeights network) {
    this.network = network;
    most = Math.max(1, Math.min(MOST, MOST_VALUES / network.architecture().values()));
    scope = PyTorch.open();
    tensors = new Tensors(scope);
    try {
      for (int l = 0; l < network.weights().size(); l++) {
        Architecture.WeightShape shape = network.architecture().shapes().get(l);
        weights.add(tensors.of(network.weights().get(l), shape.extents()));
        biases.add(tensors.of(network.biases().get(l), shape.units()));
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * The outputs for some digits, before the softmax.
   *
   * @param pixels one row of 784 values per digit
   * @param digits number of rows
   * @return one row of values per digit, a value for each class
   */
  float[] outputs(float[] pixels, int digits) {
    int classes = network.architecture().classes();
    float[] outputs = new float[FeatureMatrix.size(digits, classes)];
    for (int first = 0; first < digits; first += most) {
      int count = Math.min(most, digits - first);
      float[] some =
          count >= LEAST ? batch(pixels, first, count) : batch(withBlank(pixels, first), 0, LEAST);
      System.arraycopy(some, 0, outputs, first * classes, count * classes);
    }
    return outputs;
  }

  /** The last digit, and what is not there as 0. */
  private static float[] withBlank(float[] pixels, int last) {
    return Arrays.copyOfRange(pixels, last * DigitImage.PIXELS, (last + LEAST) * DigitImage.PIXELS);
  }

  private float[] batch(float[] pixels, int first, int count) {
    int side = DigitImage.SIZE;
    try (NDManager batch = scope.newSubManager()) {
      return through(tensors.of(batch, pixels, first * DigitImage.PIXELS, count, 1, side, side))
          .toFloatArray();
    }
  }

  private NDArray through(NDArray pixels) {
    NDArray values = pixels;
    int next = 0;
    for (Layer layer : network.architecture().layers()) {
      if (layer instanceof Layer.Pooling) {
        values = instead(values, pool(values));
        continue;
      }
      values = instead(values, apply(layer, values, weights.get(next), biases.get(next)));
      if (++next < weights.size()) {
        values = instead(values, rectify(values));
      }
    }
    return values;
  }

  /** What a layer made, when nobody needs any more what it was made of. */
  private static NDArray instead(NDArray old, NDArray made) {
    old.close();
    return made;
  }

  /** A layer with weights, before its values are rectified; the biases may be null. */
  static NDArray apply(Layer layer, NDArray values, NDArray weights, NDArray biases) {
    if (layer instanceof Layer.Convolution convolution) {
      Shape padding = new Shape(convolution.padding(), convolution.padding());
      return Conv2d.conv2d(values, weights, biases, ONE, padding).singletonOrThrow();
    }
    NDArray flat =
        values.getShape().dimension() == 2 ? values : values.reshape(values.getShape().get(0), -1);
    return Linear.linear(flat, weights, biases).singletonOrThrow();
  }

  static NDArray pool(NDArray values) {
    return Pool.maxPool2d(values, TWO, TWO, NONE, false);
  }

  static NDArray rectify(NDArray values) {
    return values.getNDArrayInternal().relu();
  }

  @Override
  public void close() {
    try (scope) {
      tensors.close();
    }
  }
}
