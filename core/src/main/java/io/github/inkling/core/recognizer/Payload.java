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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The arrays of a file: little-endian, each from a multiple of 64 bytes on. */
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

  /**
   * Refuses arrays that are not those of their manifest.
   *
   * @throws IllegalArgumentException if their hash is another
   */
  static void requireSha256(String expected, ByteBuffer payload) {
    MessageDigest digest = Sha256.start();
    digest.update(payload.duplicate());
    if (!Sha256.hex(digest).equals(expected)) {
      throw new IllegalArgumentException("manifest: payloadSha256 is not that of the arrays");
    }
  }

  /**
   * Reads arrays.
   *
   * @param entries what a manifest says of them
   * @param payload their bytes
   * @throws IllegalArgumentException if one lies elsewhere than it may, naming it
   */
  static Map<String, ModelArray> read(List<ArrayEntry> entries, ByteBuffer payload) {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    long end = 0;
    for (ArrayEntry entry : entries) {
      requirePlace(entry, end, payload.capacity());
      if (arrays.containsKey(entry.name())) {
        throw new IllegalArgumentException(
            "manifest: array '%s' is there twice".formatted(entry.name()));
      }
      ByteBuffer bytes =
          payload.slice((int) entry.offset(), (int) entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
      arrays.put(entry.name(), entry.type().get(bytes, entry.length(), entry.shapeArray()));
      end = entry.offset() + entry.bytes();
    }
    return arrays;
  }

  /** Arrays come in their order and share no byte, or a small file could ask for much memory. */
  private static void requirePlace(ArrayEntry entry, long end, int payloadBytes) {
    if (entry.offset() < 0 || entry.offset() > payloadBytes - entry.bytes()) {
      throw new IllegalArgumentException(
          "manifest: array '%s' (%d bytes at %d) lies outside the file's %d bytes of arrays"
              .formatted(entry.name(), entry.bytes(), entry.offset(), payloadBytes));
    }
    if (entry.offset() < end) {
      throw new IllegalArgumentException(
          "manifest: array '%s' (%d bytes at %d) overlaps the one before it, which ends at %d"
              .formatted(entry.name(), entry.bytes(), entry.offset(), end));
    }
  }
}
