package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads digits from CSV: a line holds a label 0 to 9, then the pixels 0 (black) to 255 (white), row
 * by row, separated by commas.
 *
 * <p>A header is found by itself: it is the first line if no cell of it is a number, or if all but
 * the first number the columns, from 0 or 1. Blank lines are skipped. A value may stand in double
 * quotes, which end with its line. The file may be compressed by gzip.
 */
public final class CsvDigits {
  /** Knows no quotes, since a quoted field may span lines and so pass by their limit. */
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setQuote(null)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();

  private final Path file;
  private final DigitCollector digits;
  private int width;
  private int height;

  private CsvDigits(Path file, int width, int height) {
    this.file = file;
    this.digits = new DigitCollector(file);
    this.width = width;
    this.height = height;
  }

  /**
   * Reads square pictures, whose side follows from the number of columns.
   *
   * @param file a CSV file, possibly compressed by gzip
   * @return its digits, named {@code csv:FILE}
   * @throws IOException if the file cannot be read; a {@link MalformedFileException} that names the
   *     line and the column if it does not follow the format
   */
  public static LabeledDigits read(Path file) throws IOException {
    return new CsvDigits(file, 0, 0).read();
  }

  /**
   * Reads pictures of a given size.
   *
   * @param file a CSV file, possibly compressed by gzip
   * @param width width of every picture in pixels, at least 1
   * @param height height of every picture in pixels, at least 1
   * @return its digits, named {@code csv:FILE}
   * @throws IOException if the file cannot be read; a {@link MalformedFileException} that names the
   *     line and the column if it does not follow the format
   * @throws IllegalArgumentException if width or height is below 1
   */
  public static LabeledDigits read(Path file, int width, int height) throws IOException {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "width and height must be at least 1, not %d x %d".formatted(width, height));
    }
    return new CsvDigits(file, width, height).read();
  }

  private LabeledDigits read() throws IOException {
    try (BufferedReader lines = DataFile.lines(file);
        CSVParser records = FORMAT.parse(lines)) {
      boolean first = true;
      for (CSVRecord row : records) {
        boolean header = first && isHeader(row);
        boolean blank = row.size() == 1 && row.get(0).isEmpty();
        if (!header && !blank) {
          add(row, new TextLine(file, records.getCurrentLineNumber()));
        }
        first &= blank;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return digits.collect("csv:" + file);
  }

  /** A header's columns have names or numbers of their own; other numbers are pixels. */
  private static boolean isHeader(CSVRecord row) {
    boolean named = !TextLine.isNumber(TextLine.unquoted(row.get(0)));
    boolean numbered = named;
    for (int i = 1; i < row.size(); i++) {
      String column = TextLine.unquoted(row.get(i));
      named &= !TextLine.isNumber(column);
      numbered &= column.equals(String.valueOf(i)) || column.equals(String.valueOf(i - 1));
    }
    return named || numbered;
  }

  private void add(CSVRecord row, TextLine line) throws MalformedFileException {
    int count = row.size() - 1;
    if (width == 0) {
      width = side(count, line);
      height = width;
    }
    if (count != (long) width * height) {
      throw line.malformed(
          "%d pixels after the label; expected %d (%d x %d)"
              .formatted(count, (long) width * height, width, height));
    }
    int label = line.label(1, TextLine.unquoted(row.get(0)));
    byte[] pixels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[i] = (byte) line.whole(i + 2, TextLine.unquoted(row.get(i + 1)), 255, "a pixel");
    }
    digits.add(GrayImage.of(width, height, pixels), label);
  }

  private static int side(int count, TextLine line) throws MalformedFileException {
    int side = (int) Math.round(Math.sqrt(count));
    if (count == 0 || side * side != count) {
      throw line.malformed(
          "%d pixels after the label do not make a square; expected such as 784 (28 x 28),"
                  .formatted(count)
              + " separated by commas");
    }
    return side;
  }
}
