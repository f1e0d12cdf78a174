package io.github.inkling.classifiers.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * Brings values to PyTorch. DJL's own way, which it goes for numbers, too, is by direct buffers,
 * which the garbage collector frees some day; this is by a piece of native memory that is kept for
 * the next values and freed with the scope.
 */
final class Tensors implements AutoCloseable {
  private static final int LEAST_BYTES = 1 << 12;

  private final NDManager manager;
  private Memory memory = new Memory(LEAST_BYTES);

  /** Makes arrays of a scope. */
  Tensors(NDManager manager) {
    this.manager = manager;
  }

  /** An array with some values. */
  NDArray of(float[] values, int... shape) {
    return of(manager, values, 0, shape);
  }

  /** A number of a narrower scope, to multiply arrays by. */
  NDArray number(NDManager scope, double value) {
    return of(scope, new float[] {(float) value}, 0, 1);
  }

  /** An array of a narrower scope, with as many values as its shape has from some place on. */
  NDArray of(NDManager scope, float[] values, int from, int... shape) {
    Shape extents = new Shape(IntStream.of(shape).mapToLong(extent -> extent).toArray());
    ByteBuffer filled = filled(values, from, Math.toIntExact(extents.size()));
    // Only a view of the memory, which the next values will take.
    try (NDArray view = scope.create(filled, extents, DataType.FLOAT32)) {
      return view.duplicate();
    }
  }

  private ByteBuffer filled(float[] values, int from, int count) {
    long bytes = (long) count * Float.BYTES;
    if (bytes > memory.size()) {
      memory.close();
      memory = new Memory(bytes);
    }
    ByteBuffer buffer = memory.getByteBuffer(0, bytes).order(ByteOrder.nativeOrder());
    buffer.asFloatBuffer().put(values, from, count);
    return buffer;
  }

  @Override
  public void close() {
    memory.close();
  }
}
