package io.github.inkling.core.dataset;

import io.github.inkling.core.image.GrayImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * Reads the text format of the USPS digits ({@code zip.train} and {@code zip.test} of Hastie,
 * Tibshirani and Friedman, "The Elements of Statistical Learning").
 *
 * <p>A line holds a digit: its label, such as {@code 6.0000}, then 256 values from -1 (paper) to 1
 * (ink), row by row of 16 x 16, separated by blanks. The pictures are read as white ink on black.
 * The file may be compressed by gzip.
 */
public final class UspsFile {
  private static final int SIDE = 16;
  private static final int VALUES = SIDE * SIDE;

  private UspsFile() {}

  /**
   * Reads a file.
   *
   * @param file in the USPS text format, possibly compressed by gzip
   * @return its digits, of 16 x 16 pixels, named {@code usps:FILE}
   * @throws IOException if the file cannot be read; a {@link
   *     io.github.inkling.core.MalformedFileException} that names the line and the column if it
   *     does not follow the format
   */
  public static LabeledDigits read(Path file) throws IOException {
    DigitCollector digits = new DigitCollector(file);
    try (BufferedReader lines = DataFile.lines(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(new TextLine(file, number), new StringTokenizer(line), digits);
        }
      }
    }
    return digits.collect("usps:" + file);
  }

  private static void add(TextLine line, StringTokenizer values, DigitCollector digits)
      throws IOException {
    int count = values.countTokens() - 1;
    if (count != VALUES) {
      throw line.malformed(
          "%d values after the label; expected %d (16 x 16)".formatted(count, VALUES));
    }
    int label = line.label(1, values.nextToken());
    byte[] pixels = new byte[VALUES];
    for (int i = 0; i < VALUES; i++) {
      double value = line.between(i + 2, values.nextToken(), -1, 1);
      pixels[i] = (byte) Math.round(127.5 * (value + 1));
    }
    digits.add(GrayImage.of(SIDE, SIDE, pixels), label);
  }
}
