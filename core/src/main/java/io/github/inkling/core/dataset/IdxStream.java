package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** An IDX file from its beginning to its end; knows its position for the errors. */
final class IdxStream {
  private final InputStream in;
  private final Object source;
  private long position;

  IdxStream(InputStream in, Object source) {
    this.in = in;
    this.source = source;
  }

  Object source() {
    return source;
  }

  /** The next four bytes as an unsigned number. */
  long number(String what) throws IOException {
    return ByteBuffer.wrap(bytes(Integer.BYTES, what)).getInt() & 0xffffffffL;
  }

  /** The next bytes; memory is taken as they arrive, not as they are promised. */
  byte[] bytes(int count, String what) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw malformedAt(
          position + bytes.length,
          "cut off within %s: %d bytes are missing".formatted(what, count - bytes.length));
    }
    position += count;
    return bytes;
  }

  void requireEnd(long count, String what) throws IOException {
    if (in.read() >= 0) {
      throw malformedAt(position, "more follows after the last of %d %s".formatted(count, what));
    }
  }

  MalformedFileException malformedAt(long at, String problem) {
    return new MalformedFileException(source, "byte " + at + ": " + problem);
  }
}
