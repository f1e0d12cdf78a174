package io.github.inkling.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.image.GrayImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistTest {
  @ParameterizedTest
  @CsvSource({
    "train-images-idx3, ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1, 65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3, 0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1, ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
  })
  void theFilesAreTheOriginalOnes(String file, String sha256)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream compressed = Mnist.class.getResourceAsStream(file + "-ubyte.gz");
        InputStream content = new DigestInputStream(new GZIPInputStream(compressed), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }

    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sha256);
  }

  @Test
  void theTrainingSetIsWhole() {
    LabeledDigits train = Mnist.train();

    assertThat(train).hasToString("mnist:train (60000 digits)");
    assertThat(train.classCounts())
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(Arrays.copyOf(train.labels(), 5)).containsExactly(5, 0, 4, 1, 9);
    assertThat(train.images()).allMatch(image -> image.width() == 28 && image.height() == 28);
  }

  @Test
  void theTestSetIsWhole() {
    LabeledDigits test = Mnist.test();

    assertThat(test).hasToString("mnist:test (10000 digits)");
    assertThat(test.classCounts())
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(Arrays.copyOf(test.labels(), 5)).containsExactly(7, 2, 1, 0, 4);
  }

  @Test
  void fitAndValidationAreTheTrainingSetCutInTwo() {
    LabeledDigits train = Mnist.train();
    Split split = Mnist.fitAndValidation();

    assertThat(split.train()).hasToString("mnist:fit (50000 digits)");
    assertThat(split.rest()).hasToString("mnist:validation (10000 digits)");
    assertThat(split.train().image(49_999)).isEqualTo(train.image(49_999));
    assertThat(split.rest().image(0)).isEqualTo(train.image(50_000));
    assertThat(split.rest().label(9_999)).isEqualTo(train.label(59_999));
  }

  /** The published mean of the training pixels, 0.1307 of full white. */
  @Test
  void theInkIsWhiteOnBlack() {
    long sum = 0;
    LabeledDigits train = Mnist.train();
    for (GrayImage image : train.images()) {
      for (byte pixel : image.pixels()) {
        sum += pixel & 0xff;
      }
    }

    assertThat(sum / 255.0 / 784 / train.size()).isBetween(0.13065, 0.13075);
  }

  @Test
  void theLicenceNoteStandsBesideTheData() throws IOException {
    try (InputStream note = Mnist.class.getResourceAsStream("LICENSE-MNIST.txt")) {
      assertThat(note).isNotNull();
      assertThat(new String(note.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Attribution-ShareAlike 3.0");
    }
  }
}
