package io.github.inkling.core.recognizer;

import java.util.List;

/** Where an array lies in a model file's payload, as its manifest says it. */
record ArrayEntry(String name, ElementType type, List<Integer> shape, long offset, long bytes) {
  /** Checks that the shape fills the bytes, before anything is read or memory asked for. */
  ArrayEntry {
    if (name == null || type == null || shape == null) {
      throw new IllegalArgumentException("an array needs a name, a type and a shape");
    }
    shape = List.copyOf(shape);
    if (bytes < 0 || bytes != bytes(type, shape)) {
      throw new IllegalArgumentException(
          "array '%s' of type %s and shape %s does not fill %d bytes"
              .formatted(name, type, shape, bytes));
    }
  }

  /** The bytes that a shape takes, or -1 if there can be no such array. */
  private static long bytes(ElementType type, List<Integer> shape) {
    long bytes = type.bytes();
    for (int extent : shape) {
      if (extent < 0 || Math.multiplyHigh(bytes, extent) != 0 || bytes * extent < 0) {
        return -1;
      }
      bytes *= extent;
    }
    return bytes;
  }

  int length() {
    return (int) (bytes / type.bytes());
  }

  int[] shapeArray() {
    return shape.stream().mapToInt(Integer::intValue).toArray();
  }
}
