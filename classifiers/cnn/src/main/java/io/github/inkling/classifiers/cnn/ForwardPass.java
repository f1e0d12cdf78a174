package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

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

  private final CnnWeights network;
  private final int most;
  private final NDManager scope;
  private final Tensors tensors;
  private final List<UnaryOperator<NDArray>> weighted = new ArrayList<>();

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
      for (Layer layer : network.architecture().weighted()) {
        weighted.add(withWeights(layer, weighted.size()));
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private UnaryOperator<NDArray> withWeights(Layer layer, int index) {
    Architecture.WeightShape shape = network.architecture().shapes().get(index);
    NDArray weights = tensors.of(network.weights().get(index), shape.extents());
    NDArray biases = tensors.of(network.biases().get(index), shape.units());
    return values ->
        Propagation.apply(layer, values, weights, biases, /* isGradientWanted= */ false);
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
      NDArray digits = tensors.of(batch, pixels, first * DigitImage.PIXELS, count, 1, side, side);
      return Propagation.through(network.architecture(), digits, weighted, ForwardPass::instead)
          .toFloatArray();
    }
  }

  /** What a layer made, when nobody needs any more what it was made of. */
  private static NDArray instead(NDArray old, NDArray made) {
    old.close();
    return made;
  }

  @Override
  public void close() {
    try (scope) {
      tensors.close();
    }
  }
}
