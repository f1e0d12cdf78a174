package io.github.inkling.core.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files, right and wrong ones. */
final class IdxBytes {
  private IdxBytes() {}

  /** A file of pictures; the numbers of the header need not fit the pixels. */
  static byte[] pictures(int count, int rows, int columns, byte... pixels) {
    return ByteBuffer.allocate(16 + pixels.length)
        .putInt(2051)
        .putInt(count)
        .putInt(rows)
        .putInt(columns)
        .put(pixels)
        .array();
  }

  /** A file of labels. */
  static byte[] labels(int... labels) {
    ByteBuffer out = ByteBuffer.allocate(8 + labels.length).putInt(2049).putInt(labels.length);
    for (int label : labels) {
      out.put((byte) label);
    }
    return out.array();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
