package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a line that is too long before a reader tries to hold it in memory: a few kilobytes of
 * gzip can hold gigabytes without a line break.
 */
final class LineLimitedStream extends FilterInputStream {
  /** Room for the pixels of a picture of 1000 x 1000 as decimal numbers. */
  static final int MAX_LINE = 4_000_000;

  private final Object source;
  private long line = 1;
  private long length;

  LineLimitedStream(InputStream in, Object source) {
    super(in);
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int got = super.read(target, offset, count);
    for (int i = offset; i < offset + got; i++) {
      length++;
      if (target[i] == '\n') {
        line++;
        length = 0;
      } else if (length > MAX_LINE) {
        throw new MalformedFileException(
            source, "line %d: longer than %d bytes".formatted(line, MAX_LINE));
      }
    }
    return got;
  }
}
