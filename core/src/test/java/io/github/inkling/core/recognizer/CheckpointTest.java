package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.Sha256;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final Checkpoint CHECKPOINT = checkpoint();
  private static final byte[] CONTENT = write(CHECKPOINT);

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    Checkpoint read = read(CONTENT);

    assertThat(read.training().settings())
        .containsExactlyEntriesOf(CHECKPOINT.training().settings());
    assertThat(read.trainSeconds()).isEqualTo(12.5);
    assertThat(read.variations()).isTrue();
    assertThat(read.state().classifier()).isEqualTo("toy");
    assertThat(read.state().settings()).isEqualTo(CHECKPOINT.state().settings());
    assertThat(read.state().part("network").floats("weights", 2, 3))
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(write(read)).isEqualTo(CONTENT);
  }

  @Property(tries = 60)
  void aFileCutOffAnywhereSaysSo(@ForAll @IntRange(min = 1, max = 1000) int permille) {
    int length = Math.max(1, (int) ((CONTENT.length - 1L) * permille / 1000));

    assertThatThrownBy(reading(Arrays.copyOf(CONTENT, length)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("m.checkpoint: cut off after " + length + " of ")
        .hasMessageEndingWith("; delete it and train again");
  }

  @Property(tries = 60)
  void aSingleChangedByteIsNoticed(@ForAll @IntRange(min = 0, max = 1000) int permille) {
    byte[] edited = CONTENT.clone();
    edited[(int) ((CONTENT.length - 1L) * permille / 1000)] ^= 0x10;

    assertThatThrownBy(reading(edited))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("m.checkpoint: ");
  }

  @Test
  void whatIsNoCheckpointSaysSo() {
    byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 3);
    byte[] newer = CONTENT.clone();
    ByteBuffer.wrap(newer).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 2);
    byte[] huge = CONTENT.clone();
    ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putLong(16, Long.MAX_VALUE);

    assertThatThrownBy(reading(new byte[0]))
        .hasMessageContaining("not the checkpoint of an interrupted training");
    assertThatThrownBy(reading("Hello, world".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not the checkpoint of an interrupted training");
    assertThatThrownBy(reading(longer))
        .hasMessageContaining("3 bytes follow the checkpoint's end at byte " + CONTENT.length);
    assertThatThrownBy(reading(newer)).hasMessageContaining("format 2 by a newer Inkling");
    assertThatThrownBy(reading(huge)).hasMessageContaining("damaged header");
  }

  @Test
  void aModelAndACheckpointAreToldFromEachOther(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("model.inkling");
    Path checkpoint = folder.resolve("model.inkling.checkpoint");
    DigitRecognizer.trainer()
        .features(new InkPerRow())
        .classifier("nearest-mean")
        .train(DrawnDigits.zerosAndOnes(20, 1))
        .save(model);
    CHECKPOINT.write(checkpoint);

    assertThatThrownBy(() -> DigitRecognizer.load(checkpoint))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            checkpoint
                + ": the checkpoint of an interrupted training, not a model; finish the training"
                + " with the command that began it and --resume");
    assertThatThrownBy(() -> Checkpoint.read(model))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            model + ": a model, not the checkpoint of an interrupted training; move it elsewhere");
  }

  /** Larger than the memory of the tests: only its beginning may be read. */
  @Test
  void aHugeFileThatIsNoCheckpointIsRefusedUnread(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("film.checkpoint");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }

    assertThatThrownBy(() -> Checkpoint.read(file))
        .hasMessageStartingWith(file + ": not the checkpoint");
    assertThatThrownBy(() -> Checkpoint.read(folder))
        .hasMessage(folder + ": a folder, but a checkpoint was expected");
  }

  @Test
  void manifestsWithAValidChecksumAreCheckedAllTheSame() {
    assertManifestRefused(json -> json.replace("[ 2, 3 ]", "[ 2, 4 ]"), "does not fill 24 bytes");
    assertManifestRefused(
        json -> json.replace("\"offset\" : 0", "\"offset\" : 4096"), "lies outside the file's");
    assertManifestRefused(
        json -> json.replace("\"offset\" : 64", "\"offset\" : 0"), "overlaps the one before it");
    assertManifestRefused(
        json -> json.replace("network/velocity", "network/weights"), "is there twice");
    assertManifestRefused(
        json -> json.replaceFirst("\"payloadSha256\" : \"....", "\"payloadSha256\" : \"feed"),
        "payloadSha256 is not that of the arrays");
    assertManifestRefused(
        json -> json.replace("12.5", "-1"), "trainSeconds must be at least 0, not -1");
    assertManifestRefused(
        json -> json.replace("12.5", "1e999"), "trainSeconds must be at least 0, not Infinity");
    assertManifestRefused(
        json -> json.replace("network/momentum", "a/b/c/d/e/f/g/h/i/momentum"), "a/b/c/d");
    assertManifestRefused(json -> "null", "manifest: ");
    assertManifestRefused(json -> "[" + json, "manifest: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"training", "trainSeconds", "state", "name", "settings", "arrays"})
  void whatIsMissingIsNamed(String name) {
    assertManifestRefused(json -> json.replaceFirst("\"" + name + "\"", "\"other\""), "manifest: ");
  }

  private static void assertManifestRefused(UnaryOperator<String> edit, String complaint) {
    int length = ByteBuffer.wrap(CONTENT).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    String json = new String(CONTENT, ContainerHeader.BYTES, length, StandardCharsets.UTF_8);
    String edited = edit.apply(json);
    assertThat(edited).isNotEqualTo(json);
    assertThatThrownBy(reading(withManifest(edited, ContainerHeader.BYTES + length)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("m.checkpoint: ")
        .hasMessageContaining(complaint);
  }

  private static byte[] withManifest(String json, int payloadStart) {
    byte[] manifest = json.getBytes(StandardCharsets.UTF_8);
    byte[] payload = Arrays.copyOfRange(CONTENT, payloadStart, CONTENT.length - Sha256.BYTES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        new ContainerHeader(ContainerKind.CHECKPOINT, manifest.length, payload.length).toBytes());
    out.writeBytes(manifest);
    out.writeBytes(payload);
    out.writeBytes(Sha256.start().digest(out.toByteArray()));
    return out.toByteArray();
  }

  private static ThrowingCallable reading(byte[] content) {
    return () -> read(content);
  }

  private static Checkpoint read(byte[] content) throws IOException {
    return Checkpoint.read(
        new ByteArrayInputStream(content), content.length, Path.of("m.checkpoint"));
  }

  private static byte[] write(Checkpoint checkpoint) {
    try {
      Path file = Files.createTempFile("model", ".checkpoint");
      checkpoint.write(file);
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      return content;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Checkpoint checkpoint() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("weights", ModelArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
    arrays.put("velocity", ModelArray.of(new float[] {0.5f}, 1));
    ModelState network = new ModelState("net", Map.of("momentum", "0.9"), arrays);
    Map<String, String> training = new LinkedHashMap<>();
    training.put("seed", "42");
    training.put("features", "hog");
    return new Checkpoint(
        new TrainingFingerprint(training),
        12.5,
        true,
        new ModelState("toy", Map.of("epoch", "3"), Map.of()).withPart("network", network));
  }
}
