package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Decompressed content, whose errors name the file and the place. */
final class GzipContent extends FilterInputStream {
  private final Object source;
  private long position;

  GzipContent(InputStream in, Object source) {
    super(in);
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = super.read(target, offset, length);
      position += Math.max(0, count);
      return count;
    } catch (ZipException | EOFException e) {
      throw damaged(source, position, e);
    }
  }

  static MalformedFileException damaged(Object source, long position, IOException cause) {
    return new MalformedFileException(
        source,
        "the gzip compression is damaged or cut off, after byte %d of the content"
            .formatted(position),
        cause);
  }
}
