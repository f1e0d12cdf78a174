package io.github.inkling.core.image;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The compressed pixels of a PNG: inflates them once, holding none, to see that they are as many as
 * the header says. What is wrong with them, libpng would print.
 */
final class PngPixels {
  private static final int BUFFER = 1 << 16;
  private static final int LAST_FILTER = 4;

  /** The passes of Adam7: first column, first row, columns and rows from one pixel to the next. */
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

  private final PngHeader header;
  private final PictureBytes file;
  private final int[][] passes;
  private int nextPass;
  private long rowBytes;
  private long rowsLeft;
  private long bytesLeft;

  private PngPixels(PngHeader header, PictureBytes file) {
    this.header = header;
    this.file = file;
    this.passes = header.interlaced() ? ADAM7 : ONE_PASS;
  }

  /**
   * Checks the pixels.
   *
   * @param header of a size that fits into memory
   * @param parts the content of the chunks IDAT, in their order
   * @param file named in errors
   */
  static void check(PngHeader header, List<ByteBuffer> parts, PictureBytes file)
      throws MalformedFileException {
    Inflater inflater = new Inflater();
    try {
      new PngPixels(header, file).inflate(parts, inflater);
    } catch (DataFormatException e) {
      throw file.malformed("is damaged: its pixels do not inflate (" + e.getMessage() + ")", e);
    } finally {
      inflater.end();
    }
  }

  private void inflate(List<ByteBuffer> parts, Inflater inflater)
      throws DataFormatException, MalformedFileException {
    byte[] buffer = new byte[BUFFER];
    for (ByteBuffer part : parts) {
      inflater.setInput(part.duplicate());
      for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
        pass(buffer, count);
      }
      if (inflater.getRemaining() > 0) {
        throw file.malformed("is damaged: something follows its pixels");
      }
    }
    if (!inflater.finished() || bytesLeft > 0 || beginRow()) {
      throw file.malformed("is damaged: its pixels end too early");
    }
  }

  private void pass(byte[] bytes, int count) throws MalformedFileException {
    int at = 0;
    while (at < count) {
      if (bytesLeft == 0) {
        if (!beginRow()) {
          throw file.malformed("is damaged: there are more pixels than its size has");
        }
        int filter = bytes[at] & 0xff;
        if (filter > LAST_FILTER) {
          throw file.malformed(
              "is damaged: a row has filter %d; expected 0 to %d".formatted(filter, LAST_FILTER));
        }
        at++;
      }
      int step = (int) Math.min(bytesLeft, count - at);
      at += step;
      bytesLeft -= step;
    }
  }

  /** Whether there is another row; a pass without any pixel has none. */
  private boolean beginRow() {
    while (rowsLeft == 0 && nextPass < passes.length) {
      int[] pass = passes[nextPass++];
      long columns = (header.width() - pass[0] + pass[2] - 1) / pass[2];
      rowBytes = header.rowBytes(columns);
      rowsLeft = columns == 0 ? 0 : (header.height() - pass[1] + pass[3] - 1) / pass[3];
    }
    if (rowsLeft == 0) {
      return false;
    }
    rowsLeft--;
    bytesLeft = rowBytes;
    return true;
  }
}
