package io.github.inkling.core.dataset;

import io.github.inkling.core.InputFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens the files of data sets, compressed by gzip or not, whatever their names say. */
final class DataFile {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;
  private static final int BYTE_ORDER_MARK = '\ufeff';

  private DataFile() {}

  /** The content of a file, decompressed if need be. */
  static InputStream open(Path file) throws IOException {
    InputStream in = InputFile.open(file, "a file");
    try {
      return decompressed(in, file);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The content of a stream, decompressed if it begins with gzip's magic number. To be closed,
   * since decompression takes memory that Java does not see.
   *
   * @param in closed with the content, but not if this fails
   * @param source named in errors
   */
  static InputStream decompressed(InputStream in, Object source) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == GZIP_MAGIC_1 && buffered.read() == GZIP_MAGIC_2;
    buffered.reset();
    if (!gzip) {
      return buffered;
    }
    try {
      InputStream content = new GZIPInputStream(buffered, BUFFER);
      return new BufferedInputStream(new GzipContent(content, source), BUFFER);
    } catch (ZipException | EOFException e) {
      throw GzipContent.damaged(source, 0, e);
    }
  }

  /** The lines of a file in UTF-8, decompressed if need be. */
  static BufferedReader lines(Path file) throws IOException {
    InputStream content = new LineLimitedStream(open(file), file);
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8), BUFFER);
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }
}
