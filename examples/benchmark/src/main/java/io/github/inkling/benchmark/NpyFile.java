package io.github.inkling.benchmark;

import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.FeatureMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads arrays that {@code inkling features} or NumPy wrote: format 1.0, little-endian, C order,
 * float32 or int32. See "NEP 1: A Simple File Format for NumPy Arrays".
 */
final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<([fi])4', 'fortran_order': False,"
              + " 'shape': \\((\\d{1,9}),(?: ?(\\d{1,9}))?\\), *\\}\\s*");

  /** Values that are converted at a time. */
  private static final int BLOCK = 1 << 16;

  private NpyFile() {}

  /** Takes over a block of values, which begins at an index. */
  @FunctionalInterface
  private interface Sink {
    void take(ByteBuffer block, int from, int count);
  }

  private record Shape(int rows, int columns) {
    int size() {
      return rows * columns;
    }
  }

  /**
   * Reads features: float32, a row per digit.
   *
   * @throws IOException if it cannot be read or is no such array
   */
  static FeatureMatrix matrix(Path file) throws IOException {
    float[][] values = new float[1][];
    Shape shape =
        read(
            file,
            "f",
            size -> {
              values[0] = new float[size];
              return (block, from, count) -> block.asFloatBuffer().get(values[0], from, count);
            });
    try {
      return FeatureMatrix.wrap(shape.rows, shape.columns, values[0]);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(file, e.getMessage(), e);
    }
  }

  /**
   * Reads labels: int32, one per digit.
   *
   * @throws IOException if it cannot be read or is no such array
   */
  static Labels labels(Path file) throws IOException {
    int[][] rows = integers(file);
    return Labels.of(Arrays.stream(rows).mapToInt(row -> row[0]).toArray());
  }

  /**
   * Reads int32 of one or two dimensions.
   *
   * @return a row each
   * @throws IOException if it cannot be read or is no such array
   */
  static int[][] integers(Path file) throws IOException {
    int[][] values = new int[1][];
    Shape shape =
        read(
            file,
            "i",
            size -> {
              values[0] = new int[size];
              return (block, from, count) -> block.asIntBuffer().get(values[0], from, count);
            });
    int[][] rows = new int[shape.rows][];
    Arrays.setAll(
        rows, row -> Arrays.copyOfRange(values[0], row * shape.columns, (row + 1) * shape.columns));
    return rows;
  }

  private static Shape read(Path file, String type, IntFunction<Sink> memory) throws IOException {
    try (InputStream in = InputFile.openRegular(file, "a NumPy file")) {
      byte[] start = in.readNBytes(MAGIC.length + Short.BYTES);
      if (start.length < MAGIC.length + Short.BYTES
          || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw new MalformedFileException(file, "is no NumPy file of format 1.0");
      }
      int length = Short.toUnsignedInt(littleEndian(start).getShort(MAGIC.length));
      Shape shape = shape(file, type, in.readNBytes(length));
      // Looked at before memory is taken for what the header claims.
      long expected = start.length + length + (long) shape.rows * shape.columns * Float.BYTES;
      if (Files.size(file) != expected) {
        throw new MalformedFileException(
            file, "has %d bytes, but its shape needs %d".formatted(Files.size(file), expected));
      }
      Sink sink = memory.apply(shape.size());
      for (int from = 0; from < shape.size(); from += BLOCK) {
        int count = Math.min(BLOCK, shape.size() - from);
        sink.take(littleEndian(in.readNBytes(count * Float.BYTES)), from, count);
      }
      return shape;
    }
  }

  private static Shape shape(Path file, String type, byte[] text) throws IOException {
    String header = new String(text, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches() || !matcher.group(1).equals(type)) {
      throw new MalformedFileException(
          file,
          "a %s array in C order is wanted, but its header is %s"
              .formatted(type.equals("f") ? "float32" : "int32", header.strip()));
    }
    int rows = Integer.parseInt(matcher.group(2));
    int columns = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    long size = (long) rows * columns;
    if (size < 1 || size > FeatureMatrix.MAX_VALUES) {
      throw new MalformedFileException(
          file, "its shape (%d, %d) is empty or too large".formatted(rows, columns));
    }
    return new Shape(rows, columns);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
