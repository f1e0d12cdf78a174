package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDigitsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5,0,50,100,255\n3,1,2,3,4\n",
        "5,0,50,100,255\n3,1,2,3,4",
        "label,pixel0,pixel1,pixel2,pixel3\r\n5,0,50,100,255\r\n3,1,2,3,4\r\n",
        "\"label\",\"0\",\"1\",\"2\",\"3\"\n\"5\",\"0\",\"50\",\"100\",\"255\"\n3,1,2,3,4\n",
        "\ufeff5,0,50,100,255\n3,1,2,3,4\n",
        "\n  \n5, 0, 50, 100, 255\n\n3,1,2,3,4\n   \n\n",
        "\nclass,1,2,3,4\n5.0,0.0,50.0,1e2,255\n3,1,2,3,4\n"
      })
  void theSameDigitsInEveryManner(String text) throws IOException {
    LabeledDigits digits = read(text);

    assertThat(digits.labels()).containsExactly(5, 3);
    assertThat(digits.image(0)).isEqualTo(GrayImage.of(2, 2, new byte[] {0, 50, 100, (byte) 255}));
    assertThat(digits.image(1)).isEqualTo(GrayImage.of(2, 2, new byte[] {1, 2, 3, 4}));
    assertThat(digits.name()).isEqualTo("csv:" + folder.resolve("digits.csv"));
  }

  @Test
  void gzipIsDecompressed() throws IOException {
    byte[] gzip = IdxBytes.gzip("5,9\n".getBytes(StandardCharsets.UTF_8));

    LabeledDigits digits = CsvDigits.read(Files.write(folder.resolve("digits"), gzip));

    assertThat(digits.image(0)).isEqualTo(GrayImage.of(1, 1, new byte[] {9}));
  }

  @Test
  void picturesOfAGivenSizeNeedNotBeSquare() throws IOException {
    Path file = Files.writeString(folder.resolve("digits.csv"), "5,1,2,3,4,5,6\n");

    assertThat(CsvDigits.read(file, 3, 2).image(0))
        .isEqualTo(GrayImage.of(3, 2, new byte[] {1, 2, 3, 4, 5, 6}));
    assertThatThrownBy(() -> CsvDigits.read(file, 2, 2))
        .hasMessage(file + ": line 1: 6 pixels after the label; expected 4 (2 x 2)");
    assertThatThrownBy(() -> CsvDigits.read(file, 0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width and height must be at least 1, not 0 x 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label,a;5,0;3,256 | line 3, column 2: '256' is not a pixel; expected a whole number 0..255",
        "5,0;3,-1 | line 2, column 2: '-1' is not a pixel; expected a whole number 0..255",
        "5,0;3,0.5 | line 2, column 2: '0.5' is not a pixel; expected a whole number 0..255",
        "5,0;3,NaN | line 2, column 2: 'NaN' is not a pixel; expected a whole number 0..255",
        "5,0;3, | line 2, column 2: '' is not a pixel; expected a whole number 0..255",
        "5,0;;10,0 | line 3, column 1: '10' is not a label; expected a whole number 0..9",
        "5,0;x,0 | line 2, column 1: 'x' is not a label; expected a whole number 0..9",
        "5,0;3,0,0 | line 2: 2 pixels after the label; expected 1 (1 x 1)",
        "5,0;3 | line 2: 0 pixels after the label; expected 1 (1 x 1)",
        "label,pixel0 | there are no digits in it",
      })
  void whatIsWrongIsNamedByLineAndColumn(String lines, String message) {
    assertRefused(lines.replace(';', '\n'), message);
    assertRefused(lines.replace(';', '\n') + "\n", message);
  }

  @Test
  void aNumberOfPixelsThatIsNoSquareIsRefused() {
    assertRefused(
        "5,1,2,3\n",
        "line 1: 3 pixels after the label do not make a square; expected such as 784 (28 x 28),"
            + " separated by commas");
    assertRefused(
        "5;1;2;3;4\n6;1;2;3;4\n".replaceFirst("5", "label\n5"),
        "line 2: 0 pixels after the label do not make a square; expected such as 784 (28 x 28),"
            + " separated by commas");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused("", "there are no digits in it");
  }

  @Test
  void aQuoteEndsWithItsLine() {
    assertRefused(
        "5,0\n3,\"1\n4\",2\n",
        "line 2, column 2: '\"1' is not a pixel; expected a whole number 0..255");
  }

  /** Otherwise a few kilobytes of gzip would be a single field of gigabytes. */
  @Test
  void aQuoteNeverClosedHoldsNoMoreThanItsLine() throws IOException {
    byte[] bomb = ("5,\"" + "\n".repeat(5_000_000)).getBytes(StandardCharsets.US_ASCII);
    Path file = Files.write(folder.resolve("bomb.csv"), IdxBytes.gzip(bomb));

    assertThatThrownBy(() -> CsvDigits.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            file + ": line 1, column 2: '\"' is not a pixel; expected a whole number 0..255");
  }

  @ParameterizedTest
  @CsvSource({"x", "'\"seven\"'", "S", "''", "NaN"})
  void aFirstLineOfPixelsIsNoHeaderHoweverBadItsLabel(String label) {
    assertRefused(
        label + ",0,50,100,255\n3,1,2,3,4\n",
        "line 1, column 1: '%s' is not a label; expected a whole number 0..9"
            .formatted(label.replace("\"", "")));
  }

  @Test
  void whatIsQuotedInAnErrorIsShortAndPrintable() {
    assertRefused(
        "5,x\u001b[31m" + "x".repeat(1000) + "\n",
        "line 1, column 2: 'x?[31m"
            + "x".repeat(18)
            + "...' is not a pixel;"
            + " expected a whole number 0..255");
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItIsHeld() throws IOException {
    Path file = folder.resolve("bomb.csv");
    byte[] block = "0,".repeat(500_000).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("5,0\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 10; i++) {
        out.write(block);
      }
    }

    assertThatThrownBy(() -> CsvDigits.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": line 2: longer than 4000000 bytes");
  }

  private LabeledDigits read(String text) throws IOException {
    return CsvDigits.read(Files.writeString(folder.resolve("digits.csv"), text));
  }

  private void assertRefused(String text, String problem) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(folder.resolve("digits.csv") + ": " + problem);
  }
}
