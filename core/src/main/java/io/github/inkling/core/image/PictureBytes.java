package io.github.inkling.core.image;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a picture file, read by position. Whoever reads beyond the end hears that the
 * picture is cut off.
 */
final class PictureBytes {
  private final byte[] bytes;
  private final Object source;
  private final String format;

  PictureBytes(byte[] bytes, Object source, String format) {
    this.bytes = bytes;
    this.source = source;
    this.format = format;
  }

  int length() {
    return bytes.length;
  }

  /** The array itself, not a copy. */
  byte[] array() {
    return bytes;
  }

  int u8(long at) throws MalformedFileException {
    requireUpTo(at + 1);
    return bytes[(int) at] & 0xff;
  }

  int u16(long at, ByteOrder order) throws MalformedFileException {
    requireUpTo(at + 2);
    return ByteBuffer.wrap(bytes).order(order).getShort((int) at) & 0xffff;
  }

  int s32(long at, ByteOrder order) throws MalformedFileException {
    requireUpTo(at + 4);
    return ByteBuffer.wrap(bytes).order(order).getInt((int) at);
  }

  long u32(long at, ByteOrder order) throws MalformedFileException {
    return s32(at, order) & 0xffffffffL;
  }

  /** Whether the ASCII text stands at a place; false if that is beyond the end. */
  boolean has(int at, String text) {
    if (at + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ((bytes[at + i] & 0xff) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Refuses a file that ends before {@code end}. */
  void requireUpTo(long end) throws MalformedFileException {
    if (end > bytes.length) {
      throw malformed(
          "is cut off: it has %d bytes, but needs at least %d".formatted(bytes.length, end));
    }
  }

  MalformedFileException malformed(String problem) {
    return malformed(problem, null);
  }

  MalformedFileException malformed(String problem, Throwable cause) {
    return new MalformedFileException(source, "the " + format + " picture " + problem, cause);
  }
}
