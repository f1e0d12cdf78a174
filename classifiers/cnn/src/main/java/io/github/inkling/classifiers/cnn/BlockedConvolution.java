package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Convolves by whole blocks of channels. What PyTorch convolves with on CPUs (2.7.1, its oneDNN
 * with AVX2 or AVX-512) sums over channels by blocks, and where the last block is not full, what it
 * finds beside it in memory comes into the sums: those over the inputs' channels in the outputs,
 * and those over the outputs' channels in the gradients of the inputs. Channels of zeros fill it
 * here.
 */
final class BlockedConvolution {
  /** The channels of a block with AVX-512, and of two blocks with AVX2. */
  private static final int BLOCK = 16;

  /** So many channels of the inputs are at most one whole block, or are summed otherwise. */
  private static final int ALWAYS_RIGHT = 8;

  private static final Shape ONE = new Shape(1, 1);

  private BlockedConvolution() {}

  /**
   * A convolution whose stride is 1.
   *
   * @param values digits x channels x rows x columns
   * @param weights channels made x channels x rows x columns
   * @param biases one for each channel made, or null
   * @param padding zeros on each side
   * @param isGradientWanted whether that of the values is
   */
  static NDArray of(
      NDArray values, NDArray weights, NDArray biases, int padding, boolean isGradientWanted) {
    long taken = values.getShape().get(1);
    long takenMissing = taken > ALWAYS_RIGHT ? missing(taken) : 0;
    long made = weights.getShape().get(0);
    long madeMissing = isGradientWanted ? missing(made) : 0;

    NDManager scope = values.getManager();
    NDArray sums =
        Conv2d.conv2d(
                withZeros(scope, values, 0, takenMissing),
                withZeros(scope, weights, madeMissing, takenMissing),
                biases == null ? null : withZeros(scope, biases, madeMissing),
                ONE,
                new Shape(padding, padding))
            .singletonOrThrow();
    return madeMissing == 0 ? sums : sums.get(new NDIndex().addAllDim().addSliceDim(0, made));
  }

  private static long missing(long channels) {
    return Math.floorMod(-channels, BLOCK);
  }

  private static NDArray withZeros(NDManager scope, NDArray array, long first, long second) {
    return withZeros(scope, array, new Shape(0, 0, 0, 0, 0, second, 0, first), first + second);
  }

  private static NDArray withZeros(NDManager scope, NDArray biases, long count) {
    return withZeros(scope, biases, new Shape(0, count), count);
  }

  /** PyTorch's way to say it: before and after, from the last extent on. */
  private static NDArray withZeros(NDManager scope, NDArray array, Shape zeros, long count) {
    return count == 0 ? array : Parameter.in(scope, array.pad(zeros, 0));
  }
}
