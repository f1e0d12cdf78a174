package io.github.inkling.cli;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.model.FeatureMatrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes arrays as NumPy files, format 1.0: little-endian, C order. See "NEP 1: A Simple File
 * Format for NumPy Arrays".
 */
final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** The data begins at a multiple of this. */
  private static final int ALIGNMENT = 64;

  /** Values that are converted at a time. */
  private static final int BLOCK = 1 << 16;

  private NpyFile() {}

  /** Writes a matrix as float32 of the shape (digits, features). */
  static void write(Path file, FeatureMatrix matrix) throws IOException {
    float[] values = matrix.values();
    AtomicFile.write(
        file,
        out -> {
          out.write(header("<f4", matrix.rows() + ", " + matrix.columns()));
          byte[] block = new byte[BLOCK * Float.BYTES];
          FloatBuffer view = littleEndian(block).asFloatBuffer();
          for (int from = 0; from < values.length; from += BLOCK) {
            int count = Math.min(BLOCK, values.length - from);
            view.clear().put(values, from, count);
            out.write(block, 0, count * Float.BYTES);
          }
        });
  }

  /** Writes labels as int32 of the shape (digits,). */
  static void write(Path file, int[] labels) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          out.write(header("<i4", labels.length + ","));
          byte[] block = new byte[BLOCK * Integer.BYTES];
          IntBuffer view = littleEndian(block).asIntBuffer();
          for (int from = 0; from < labels.length; from += BLOCK) {
            int count = Math.min(BLOCK, labels.length - from);
            view.clear().put(labels, from, count);
            out.write(block, 0, count * Integer.BYTES);
          }
        });
  }

  private static ByteBuffer littleEndian(byte[] block) {
    return ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] header(String type, String shape) {
    String dictionary =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
    int padding = Math.floorMod(-unpadded, ALIGNMENT);
    byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(MAGIC.length + Short.BYTES + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) text.length)
        .put(text)
        .array();
  }
}
