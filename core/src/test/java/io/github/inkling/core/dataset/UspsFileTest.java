package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UspsFileTest {
  private static final String PAPER = " -1.0000".repeat(256);

  @TempDir private Path folder;

  @Test
  void minusOneIsBlackAndOneIsWhite() throws IOException {
    String values = " -1.0000 -0.5 0 0.5000 1.0000" + " -1".repeat(251);

    LabeledDigits digits = read("6.0000" + values + " \n\n9" + PAPER);

    assertThat(digits.labels()).containsExactly(6, 9);
    assertThat(digits.image(0)).hasToString("GrayImage[16 x 16]");
    assertThat(digits.image(0).pixels())
        .startsWith((byte) 0, (byte) 64, (byte) 128, (byte) 191, (byte) 255, (byte) 0);
    assertThat(digits.image(1).pixels()).containsOnly(0);
    assertThat(digits.name()).isEqualTo("usps:" + folder.resolve("zip.train"));
  }

  /** Adding v/128 - 1 for v from 0 to 255 must give 256 rising levels. */
  @Test
  void theScaleIsLinear() throws IOException {
    String values =
        IntStream.range(0, 256)
            .mapToObj(i -> String.valueOf(i / 127.5 - 1))
            .collect(Collectors.joining(" "));

    LabeledDigits digits = read("0 " + values + "\n");

    for (int i = 0; i < 256; i++) {
      assertThat(digits.image(0).at(i % 16, i / 16)).isEqualTo(i);
    }
  }

  @Test
  void gzipIsDecompressed() throws IOException {
    byte[] gzip = IdxBytes.gzip(("3" + PAPER).getBytes(StandardCharsets.US_ASCII));

    assertThat(UspsFile.read(Files.write(folder.resolve("zip.train"), gzip)).label(0)).isEqualTo(3);
  }

  @Test
  void whatIsWrongIsNamedByLineAndColumn() {
    String sound = "1" + PAPER + "\n";
    assertRefused(
        sound + "10.0" + PAPER,
        "line 2, column 1: '10.0' is not a label; expected a whole number 0..9");
    assertRefused(
        sound + "\n2.5" + PAPER,
        "line 3, column 1: '2.5' is not a label; expected a whole number 0..9");
    assertRefused(
        sound + "2 1.5" + PAPER.substring(8), "line 2, column 2: '1.5' is not a value in -1..1");
    assertRefused(
        "2" + PAPER.substring(8) + " NaN", "line 1, column 257: 'NaN' is not a value in -1..1");
    assertRefused(
        "2 1:0.5" + PAPER.substring(8), "line 1, column 2: '1:0.5' is not a value in -1..1");
  }

  @Test
  void anotherNumberOfValuesIsRefused() {
    assertRefused(
        "1" + PAPER + "\n2" + PAPER.substring(8),
        "line 2: 255 values after the label; expected 256 (16 x 16)");
    assertRefused("1" + PAPER + " 0", "line 1: 257 values after the label; expected 256 (16 x 16)");
    assertRefused("1", "line 1: 0 values after the label; expected 256 (16 x 16)");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused("", "there are no digits in it");
    assertRefused(String.join("\n", Collections.nCopies(5, " ")), "there are no digits in it");
  }

  private LabeledDigits read(String text) throws IOException {
    return UspsFile.read(Files.writeString(folder.resolve("zip.train"), text));
  }

  private void assertRefused(String text, String problem) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(folder.resolve("zip.train") + ": " + problem);
  }
}
