package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.Sha256;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with a valid checksum whose manifest makes no sense are refused, and what is named. */
class HostileModelTest {
  private static final int HEADER_BYTES = 24;
  private static byte[] ensemble;
  private static byte[] cascade;

  @TempDir static Path folder;

  @BeforeAll
  static void saveModels() throws IOException {
    LabeledDigits training = Scribbles.of("scribbles", 60, 1);
    DigitRecognizer rows = EnsembleTest.train("centres", InkSums.rows(), training);
    DigitRecognizer columns = EnsembleTest.train("vague-centres", InkSums.columns(), training);
    ensemble = save(Ensemble.of(rows, columns).withEqualWeights());
    cascade = save(Cascade.of(rows, columns).withThreshold(0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "members" : "2"        | "members" : "3"          | firstColumns
          "members" : "2"        | "members" : "1"          | must be in 2..100, not 1
          "members" : "2"        | "members" : "2000000000" | must be in 2..100, not 2000000000
          "members" : "2"        | "members" : "two"        | not a whole number: 'two'
          "member1" : "vague     | "member7" : "vague       | has no setting 'member1'
          "member1" : "vague-centres" | "member1" : "ensemble" | no setting 'member1/members'
          "member1" : "vague-centres" | "member1" : "tree"  | no classifier named 'tree'
          "member0/features" : "28" | "member0/features" : "29" | 'member0/centres' should be
          "member0/features"     | "member0/width"          | no setting 'member0/features'
          "name" : "member1/centres" | "name" : "member1/centre" | no array 'member1/centres'
          "name" : "weights"     | "name" : "weight"        | no array 'weights'
          "features" : "56"      | "features" : "55"        | reads the features 28 to 55, but
          "features" : "56"      | "features" : "57"        | trained on 57
          "features" : "56"      | "features" : "-1"        | but there are -1 in all
          "features" : "56"      | "features" : "-2147483648" | but there are -2147483648 in all
          "method" : "pool"      | "method" : "stack"       | 'weights' should be double[] [2, 10]
          "method" : "pool"      | "method" : "vote"        | no method 'vote'
          """)
  void anEnsembleThatMakesNoSenseIsRefused(String from, String to, String complaint)
      throws IOException {
    assertRefused(edit(ensemble, from, to), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "threshold" : "0.5"    | "threshold" : "NaN"      | at least 0 and finite, not NaN
          "threshold" : "0.5"    | "threshold" : "-1"       | at least 0 and finite, not -1.0
          "threshold" : "0.5"    | "threshold" : "much"     | not a number: 'much'
          "cheap" : "centres"    | "cheap" : "cascade"      | no array 'cheap/firstColumns'
          "strong" : "vague      | "weak" : "vague          | no setting 'strong'
          "name" : "strong/cen   | "name" : "strong/Cen     | no array 'strong/centres'
          """)
  void aCascadeThatMakesNoSenseIsRefused(String from, String to, String complaint)
      throws IOException {
    assertRefused(edit(cascade, from, to), complaint);
  }

  /** Recursion is bounded before any classifier is restored. */
  @Test
  void partsWithinPartsWithoutEndAreRefused() throws IOException {
    String deep = "member0/".repeat(5_000) + "members";

    assertRefused(
        edit(ensemble, "\"member0\" :", "\"" + deep + "\" : \"2\", \"member0\" :"),
        "the ensemble has parts within parts deeper than 8: 'member0/member0/");
  }

  @Test
  void weightsBelowZeroAreRefused() throws IOException {
    byte[] edited = ensemble.clone();
    ByteBuffer bytes = ByteBuffer.wrap(edited).order(ByteOrder.LITTLE_ENDIAN);
    double half = 0.5;
    int place = HEADER_BYTES + bytes.getInt(12);
    while (bytes.getDouble(place) != half) {
      place += Double.BYTES;
    }
    bytes.putDouble(place, -half);
    String json = manifest(edited);
    String hash = json.replaceFirst("(?s).*payloadSha256\" : \"(\\w+)\".*", "$1");
    byte[] payload =
        Arrays.copyOfRange(edited, HEADER_BYTES + bytes.getInt(12), edited.length - Sha256.BYTES);
    var digest = Sha256.start();
    digest.update(payload);

    assertRefused(
        edit(edited, hash, Sha256.hex(digest)), "weight must be at least 0 and finite, not -0.5");
  }

  private static String manifest(byte[] model) {
    int length = ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    return new String(model, HEADER_BYTES, length, StandardCharsets.UTF_8);
  }

  private static byte[] edit(byte[] model, String from, String to) {
    String json = manifest(model);
    assertThat(json).contains(from);
    byte[] edited = json.replace(from, to).getBytes(StandardCharsets.UTF_8);
    int payload = HEADER_BYTES + json.getBytes(StandardCharsets.UTF_8).length;
    int payloadBytes = model.length - Sha256.BYTES - payload;
    ByteBuffer file =
        ByteBuffer.allocate(HEADER_BYTES + edited.length + payloadBytes + Sha256.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(model, 0, HEADER_BYTES)
            .putInt(12, edited.length)
            .put(edited)
            .put(model, payload, payloadBytes);
    file.put(Sha256.start().digest(Arrays.copyOf(file.array(), file.position())));
    return file.array();
  }

  private static void assertRefused(byte[] model, String complaint) throws IOException {
    Path file = Files.write(folder.resolve("hostile.inkling"), model);
    assertThatThrownBy(() -> DigitRecognizer.load(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(complaint);
  }

  private static byte[] save(DigitRecognizer recognizer) throws IOException {
    Path file = folder.resolve("good.inkling");
    recognizer.save(file);
    return Files.readAllBytes(file);
  }
}
