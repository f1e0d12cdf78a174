package io.github.inkling.core.recognizer;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.inkling.core.model.ModelArray;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** The element types that a model file knows. */
enum ElementType {
  FLOAT32("float32", Float.BYTES, float[].class),
  FLOAT64("float64", Double.BYTES, double[].class),
  INT32("int32", Integer.BYTES, int[].class);

  private final String text;
  private final int bytes;
  private final Class<?> arrayClass;

  ElementType(String text, int bytes, Class<?> arrayClass) {
    this.text = text;
    this.bytes = bytes;
    this.arrayClass = arrayClass;
  }

  static ElementType of(Object values) {
    for (ElementType type : values()) {
      if (type.arrayClass.isInstance(values)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "a model file holds no " + values.getClass().getSimpleName());
  }

  int bytes() {
    return bytes;
  }

  int length(Object values) {
    return Array.getLength(values);
  }

  void put(Object values, int from, int count, ByteBuffer target) {
    switch (this) {
      case FLOAT32 -> target.asFloatBuffer().put((float[]) values, from, count);
      case FLOAT64 -> target.asDoubleBuffer().put((double[]) values, from, count);
      case INT32 -> target.asIntBuffer().put((int[]) values, from, count);
    }
  }

  ModelArray get(ByteBuffer source, int length, int[] shape) {
    switch (this) {
      case FLOAT32 -> {
        float[] values = new float[length];
        source.asFloatBuffer().get(values);
        return ModelArray.of(values, shape);
      }
      case FLOAT64 -> {
        double[] values = new double[length];
        source.asDoubleBuffer().get(values);
        return ModelArray.of(values, shape);
      }
      case INT32 -> {
        int[] values = new int[length];
        source.asIntBuffer().get(values);
        return ModelArray.of(values, shape);
      }
    }
    throw new AssertionError(this);
  }

  @JsonValue
  @Override
  public String toString() {
    return text;
  }
}
