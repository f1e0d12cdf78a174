package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.Sha256;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.vision.AugmentationSettings;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizerFileTest {
  private static final LabeledDigits TRAINING = DrawnDigits.zerosAndOnes(40, 1);
  private static final DigitRecognizer RECOGNIZER = train(3);
  private static final byte[] CONTENT = save(RECOGNIZER);

  @Test
  void whatIsLoadedPredictsTheSame(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.inkling");
    RECOGNIZER.save(file);

    DigitRecognizer loaded = DigitRecognizer.load(file, new InkPerRow());

    assertThat(RECOGNIZER.fileBytes()).isEqualTo(Files.size(file));
    LabeledDigits unseen = DrawnDigits.zerosAndOnes(20, 2);
    assertThat(loaded.recognizeAll(unseen.images()))
        .isEqualTo(RECOGNIZER.recognizeAll(unseen.images()));
    assertThat(loaded.provenance()).isEqualTo(RECOGNIZER.provenance());
    assertThat(loaded.normalizer().settings()).isEqualTo(RECOGNIZER.normalizer().settings());
    assertThat(loaded.features().spec()).isEqualTo("ink-per-row");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileBeginsAsDocumented() {
    assertThat(CONTENT).startsWith(0x89, 'I', 'N', 'K', '\r', '\n', 0x1a, '\n', 1, 0, 0, 0);
  }

  @Test
  void featuresAreRestoredAndNotMadeByTodaysDefaults(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.inkling");
    RECOGNIZER.save(file);
    InkPerRow asSaved = new InkPerRow();
    FeatureExtractorProvider changed =
        new InkPerRow() {
          @Override
          public FeatureExtractor restore(ComponentSpec spec) {
            return asSaved;
          }
        };

    assertThat(DigitRecognizer.load(file, changed).features()).isSameAs(asSaved);
  }

  @Test
  void theSameSeedGivesTheSamePayload() throws IOException {
    assertThat(Payload.of(train(3).classifier().state().arrays()).sha256())
        .isEqualTo(Payload.of(RECOGNIZER.classifier().state().arrays()).sha256());
  }

  @Property(tries = 60)
  void aFileCutOffAnywhereSaysSo(@ForAll @IntRange(min = 1, max = 1000) int permille) {
    int length = (int) ((CONTENT.length - 1L) * permille / 1000);

    assertThatThrownBy(reading(Arrays.copyOf(CONTENT, length)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("m.inkling: cut off after " + length + " of ");
  }

  @Property(tries = 60)
  void aSingleChangedByteIsNoticed(@ForAll @IntRange(min = 0, max = 1000) int permille) {
    byte[] edited = CONTENT.clone();
    int position = (int) ((CONTENT.length - 1L) * permille / 1000);
    edited[position] ^= 0x10;

    assertThatThrownBy(reading(edited))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("m.inkling: ");
  }

  @Test
  void anEditedManifestSaysSo() {
    byte[] edited = CONTENT.clone();
    edited[ContainerHeader.BYTES + 30] ^= 1;

    assertThatThrownBy(reading(edited)).hasMessageContaining("damaged or edited");
  }

  @Test
  void whatIsNoModelSaysHowToMakeOne() {
    assertThatThrownBy(reading("Hello, world".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not an Inkling model");
    assertThatThrownBy(reading(new byte[0])).hasMessageContaining("not an Inkling model");
  }

  @Test
  void aNewerFormatIsNamed() {
    byte[] newer = CONTENT.clone();
    ByteBuffer.wrap(newer).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 2);

    assertThatThrownBy(reading(newer))
        .hasMessageContaining("format 2 by a newer Inkling")
        .hasMessageContaining("up to format 1");
  }

  @Test
  void bytesBehindTheEndAreRefused() {
    assertThatThrownBy(reading(Arrays.copyOf(CONTENT, CONTENT.length + 3)))
        .hasMessageContaining("3 bytes follow");
  }

  @Test
  void hugeSizesInTheHeaderAskForNoMemory() {
    byte[] huge = CONTENT.clone();
    ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putLong(16, Long.MAX_VALUE);

    assertThatThrownBy(reading(huge)).hasMessageContaining("damaged header");
  }

  /** Larger than the memory of the tests: only its beginning may be read. */
  @Test
  void aHugeFileThatIsNoModelIsRefusedUnread(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("film.mkv");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }

    assertThatThrownBy(() -> DigitRecognizer.load(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(file + ": not an Inkling model");
  }

  @Test
  void aStreamIsReadLikeAFileAndLeftOpen() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream in =
        new FilterInputStream(new ByteArrayInputStream(CONTENT)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    DigitRecognizer loaded = DigitRecognizer.load(in, "resource", new InkPerRow());

    assertThat(loaded.provenance()).isEqualTo(RECOGNIZER.provenance());
    assertThat(closed[0]).isFalse();
  }

  @Property(tries = 60)
  void aStreamCutOffAnywhereSaysSo(@ForAll @IntRange(min = 1, max = 1000) int permille) {
    int length = (int) ((CONTENT.length - 1L) * permille / 1000);

    assertThatThrownBy(streaming(Arrays.copyOf(CONTENT, length)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("m.inkling: cut off after " + length + " of ");
  }

  @Test
  void aStreamIsCheckedLikeAFile() {
    byte[] edited = CONTENT.clone();
    edited[ContainerHeader.BYTES + 30] ^= 1;
    byte[] impossible = CONTENT.clone();
    ByteBuffer.wrap(impossible).order(ByteOrder.LITTLE_ENDIAN).putLong(16, Long.MAX_VALUE);

    assertThatThrownBy(streaming(edited)).hasMessageContaining("damaged or edited");
    assertThatThrownBy(streaming(impossible)).hasMessageContaining("damaged header");
    assertThatThrownBy(streaming(new byte[0])).hasMessageContaining("not an Inkling model");
    assertThatThrownBy(streaming(Arrays.copyOf(CONTENT, CONTENT.length + 3)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage("m.inkling: more bytes follow the model's end at byte " + CONTENT.length);
  }

  /** More than the memory of the tests, had it been taken before the bytes are there. */
  @Test
  void aStreamThatPromisesMuchTakesLittle() {
    byte[] promising = CONTENT.clone();
    ByteBuffer.wrap(promising)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(16, ContainerHeader.MAX_FILE_BYTES - (1 << 20));

    long before = allocatedBytes();
    assertThatThrownBy(streaming(promising))
        .hasMessageStartingWith("m.inkling: cut off after " + CONTENT.length + " of ");
    assertThat(allocatedBytes() - before).isLessThan(64 << 20);
  }

  @Test
  void withoutAModuleThatBringsOneAlongPretrainedSaysWhatToAdd() {
    assertThatThrownBy(DigitRecognizer::pretrained)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("add io.github.inkling:inkling-smile");
  }

  @Test
  void whatIsNoFileIsNamed(@TempDir Path folder) {
    Path missing = folder.resolve("missing.inkling");
    assertThatThrownBy(() -> DigitRecognizer.load(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": there is no such file");
    assertThatThrownBy(() -> DigitRecognizer.load(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": a folder, but a model file was expected");
  }

  @Test
  void aDeviceIsRefused() {
    Path device = Path.of("/dev/zero");
    assumeThat(device).exists();

    assertThatThrownBy(() -> DigitRecognizer.load(device))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage("/dev/zero: a pipe or device, but a model file was expected");
  }

  @Test
  void manifestsWithAValidChecksumAreCheckedAllTheSame() {
    assertManifestRefused(
        json -> json.replace("[ 10, 28 ]", "[ 10, 29 ]"), "does not fill 1120 bytes");
    assertManifestRefused(
        json -> json.replace("[ 10, 28 ]", "[ -10, -28 ]"), "does not fill 1120 bytes");
    assertManifestRefused(
        json -> json.replace("\"offset\" : 0", "\"offset\" : 64"), "lies outside the file's");
    assertManifestRefused(json -> json.replace("\"float32\"", "\"float16\""), "float16");
    assertManifestRefused(
        json -> json.replace("ink-per-row", "ink-per-line"), "no features named 'ink-per-line'");
    assertManifestRefused(
        json -> json.replace("\"nearest-mean\"", "\"nearest\""), "no classifier named 'nearest'");
    assertManifestRefused(
        json -> json.replace("\"name\" : \"means\"", "\"name\" : \"mean\""),
        "has no array 'means'");
    assertManifestRefused(
        json -> json.replaceFirst("\\[ 0, 1,", "[ 1, 0,"), "labels must be the digits 0 to 9");
    assertManifestRefused(
        json -> json.replaceFirst("\"normalizer\"", "\"normaliser\""), "normalizer is missing");
    assertManifestRefused(json -> "{" + json, "manifest: ");
    assertManifestRefused(
        json -> json.replace("\"length\" : 28", "\"length\" : 27"),
        "features.length is 27, but ink-per-row gives 28");
    assertManifestRefused(
        json -> json.replaceFirst("\"payloadSha256\" : \"....", "\"payloadSha256\" : \"feed"),
        "payloadSha256 is not that of the arrays");
    assertManifestRefused(
        json -> json.replace("payloadSha256", "payloadSha1"), "payloadSha256 is missing");
    assertManifestRefused(json -> "null", "manifest: ");
  }

  @Test
  void aManifestFromBeforeThereWereCopiesMeansNone() throws IOException {
    String json = manifest();
    String old = json.replaceFirst("\\s*\"augmentation\" : \\{[^}]*\\}\\s*\\},", "");
    assertThat(old).doesNotContain("augmentation").isNotEqualTo(json);

    assertThat(read(withManifest(old)).provenance()).isEqualTo(RECOGNIZER.provenance());
  }

  @Test
  void augmentationSurvives(@TempDir Path folder) throws IOException {
    DigitRecognizer augmented =
        DigitRecognizer.trainer()
            .features(new InkPerRow())
            .classifier("nearest-mean")
            .augment(3)
            .train(TRAINING);
    Path file = folder.resolve("model.inkling");
    augmented.save(file);

    Provenance loaded = DigitRecognizer.load(file, new InkPerRow()).provenance();

    assertThat(loaded).isEqualTo(augmented.provenance());
    assertThat(loaded.augmentation().copies()).isEqualTo(3);
    assertThat(loaded.augmentation().settings())
        .containsExactlyEntriesOf(AugmentationSettings.defaults().toMap());
  }

  @Test
  void arraysMustNotShareANameOrAByte() {
    assertManifestRefused(
        json -> withFurtherArray(json, "means", 1120, "[ 0 ]", 0), "array 'means' is there twice");
    assertManifestRefused(
        json -> withFurtherArray(json, "more", 1116, "[ 1 ]", 4),
        "array 'more' (4 bytes at 1116) overlaps the one before it, which ends at 1120");
    assertManifestRefused(
        json -> withFurtherArray(json, "more", Long.MAX_VALUE, "[ 1 ]", 4), "lies outside the");
  }

  private static String withFurtherArray(
      String json, String name, long offset, String shape, int bytes) {
    String entry =
        "{\"name\":\"%s\",\"type\":\"float32\",\"shape\":%s,\"offset\":%d,\"bytes\":%d}"
            .formatted(name, shape, offset, bytes);
    return json.replaceFirst("\\}\\s*\\],\\s*\"payload", "}, " + entry + "], \"payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\[ 0, 1", // the labels
        "\"deskew\" : \"true\"",
        "\"spec\" : \"ink-per-row\"",
        "\"length\" : 28",
        "\"name\" : \"nearest-mean\"",
        "\"features\" : \"28\"",
        "\"name\" : \"means\"",
        "\"type\" : \"float32\"",
        "\\[ 10, 28 \\]",
        "\\[ 10",
        "\"offset\" : 0",
        "\"bytes\" : 1120",
        "\\{\\s*\"name\" : \"means\"[^}]*\\}",
        "\"data\" : \"[^\"]*\"",
        "\"classCounts\" : \\[ 20",
        "\"copies\" : 0",
        "\"settings\" : \\{ \\}",
        "\"java\" : \"[^\"]*\"",
        "\"created\" : \"[^\"]*\"",
      })
  void nullInTheManifestIsRefused(String value) {
    Pattern last = Pattern.compile("(\"[^\"]*\"|[0-9]+|\\[ 10, 28 \\]|\\{[^}]*\\})$");
    assertManifestRefused(
        json ->
            Pattern.compile(value)
                .matcher(json)
                .replaceFirst(match -> last.matcher(match.group()).replaceFirst("null")),
        "manifest: ");
  }

  @Test
  void anUnwritablePlaceLeavesNothingBehind(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> RECOGNIZER.save(folder.resolve("none/model.inkling")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such folder");
    assertThatThrownBy(() -> RECOGNIZER.save(folder)).hasMessageContaining("is a folder");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static void assertManifestRefused(UnaryOperator<String> edit, String complaint) {
    String json = manifest();
    String edited = edit.apply(json);
    assertThat(edited).isNotEqualTo(json);
    assertThatThrownBy(reading(withManifest(edited)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("m.inkling: ")
        .hasMessageContaining(complaint);
  }

  private static String manifest() {
    return new String(CONTENT, ContainerHeader.BYTES, manifestBytes(), StandardCharsets.UTF_8);
  }

  private static int manifestBytes() {
    return ByteBuffer.wrap(CONTENT).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
  }

  private static byte[] withManifest(String json) {
    int payloadStart = ContainerHeader.BYTES + manifestBytes();
    byte[] manifest = json.getBytes(StandardCharsets.UTF_8);
    int payloadEnd = CONTENT.length - Sha256.BYTES;
    ByteBuffer file =
        ByteBuffer.allocate(ContainerHeader.BYTES + manifest.length + CONTENT.length - payloadStart)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(CONTENT, 0, ContainerHeader.BYTES)
            .putInt(12, manifest.length)
            .put(manifest)
            .put(CONTENT, payloadStart, payloadEnd - payloadStart);
    file.put(digest(Arrays.copyOf(file.array(), file.position())));
    return file.array();
  }

  private static byte[] digest(byte[] content) {
    return Sha256.start().digest(content);
  }

  private static ThrowingCallable reading(byte[] content) {
    return () -> read(content);
  }

  private static ThrowingCallable streaming(byte[] content) {
    return () ->
        DigitRecognizer.load(new ByteArrayInputStream(content), "m.inkling", new InkPerRow());
  }

  /** By this thread, so far. */
  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static DigitRecognizer read(byte[] content) throws IOException {
    return RecognizerFile.read(
        new ByteArrayInputStream(content),
        content.length,
        Path.of("m.inkling"),
        FeatureExtractors.with(new InkPerRow()));
  }

  private static DigitRecognizer train(long seed) {
    return DigitRecognizer.trainer()
        .features(new InkPerRow())
        .classifier("nearest-mean")
        .seed(seed)
        .train(TRAINING);
  }

  private static byte[] save(DigitRecognizer recognizer) {
    try {
      Path file = Files.createTempFile("model", ".inkling");
      recognizer.save(file);
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      return content;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
