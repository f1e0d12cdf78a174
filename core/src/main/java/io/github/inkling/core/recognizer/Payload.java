package io.github.inkling.core.recognizer;

import io.github.inkling.core.Sha256;
import io.github.inkling.core.model.ModelArray;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The arrays of a model file: little-endian, each from a multiple of 64 bytes on. */
final class Payload {
  private static final int ALIGNMENT = 64;
  private static final int CHUNK_BYTES = 1 << 16;

  private final Map<String, ModelArray> arrays;
  private final List<ArrayEntry> entries;
  private final long bytes;

  private Payload(Map<String, ModelArray> arrays, List<ArrayEntry> entries, long bytes) {
    this.arrays = arrays;
    this.entries = entries;
    this.bytes = bytes;
  }

  static Payload of(Map<String, ModelArray> arrays) {
    List<ArrayEntry> entries = new ArrayList<>();
    long end = 0;
    for (Map.Entry<String, ModelArray> array : arrays.entrySet()) {
      ElementType type = ElementType.of(array.getValue().values());
      long offset = (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      long length = (long) type.length(array.getValue().values()) * type.bytes();
      entries.add(
          new ArrayEntry(
              array.getKey(),
              type,
              IntStream.of(array.getValue().shape()).boxed().toList(),
              offset,
              length));
      end = offset + length;
    }
    return new Payload(arrays, entries, end);
  }

  List<ArrayEntry> entries() {
    return entries;
  }

  long bytes() {
    return bytes;
  }

  String sha256() throws IOException {
    MessageDigest digest = Sha256.start();
    writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return Sha256.hex(digest);
  }

  void writeTo(OutputStream out) throws IOException {
    long position = 0;
    for (ArrayEntry entry : entries) {
      out.write(new byte[(int) (entry.offset() - position)]);
      write(entry.type(), arrays.get(entry.name()).values(), out);
      position = entry.offset() + entry.bytes();
    }
  }

  private static void write(ElementType type, Object values, OutputStream out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int perChunk = CHUNK_BYTES / type.bytes();
    int length = type.length(values);
    for (int from = 0; from < length; from += perChunk) {
      int count = Math.min(perChunk, length - from);
      chunk.clear();
      type.put(values, from, count, chunk);
      out.write(chunk.array(), 0, count * type.bytes());
    }
  }
}
