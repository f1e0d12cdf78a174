package io.github.inkling.core.model;

import java.util.Arrays;

/**
 * An array of a model: a shape and its values in row-major order. Immutable by agreement: the
 * values are not copied, as they may be hundreds of megabytes, and never written.
 */
public final class ModelArray {
  private final int[] shape;
  private final Object values;

  private ModelArray(Object values, int length, int[] shape) {
    if (size(shape) != length) {
      throw new IllegalArgumentException(
          "%d values do not fill the shape %s".formatted(length, Arrays.toString(shape)));
    }
    this.shape = shape.clone();
    this.values = values;
  }

  /** The product of the extents, cut off above every array's length so that it cannot overflow. */
  private static long size(int[] shape) {
    long size = 1;
    for (int extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException("negative extent in shape " + Arrays.toString(shape));
      }
      size = Math.min(size * extent, 1L << 31);
    }
    return size;
  }

  /**
   * An array of 32-bit floats.
   *
   * @param values the values
   * @param shape the extents, whose product is the number of values
   * @return the array
   */
  public static ModelArray of(float[] values, int... shape) {
    return new ModelArray(values, values.length, shape);
  }

  /**
   * An array of 64-bit floats.
   *
   * @param values the values
   * @param shape the extents, whose product is the number of values
   * @return the array
   */
  public static ModelArray of(double[] values, int... shape) {
    return new ModelArray(values, values.length, shape);
  }

  /**
   * An array of 32-bit integers.
   *
   * @param values the values
   * @param shape the extents, whose product is the number of values
   * @return the array
   */
  public static ModelArray of(int[] values, int... shape) {
    return new ModelArray(values, values.length, shape);
  }

  /**
   * The extents.
   *
   * @return a copy
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The values, not copied.
   *
   * @return a {@code float[]}, {@code double[]} or {@code int[]}
   */
  public Object values() {
    return values;
  }
}
