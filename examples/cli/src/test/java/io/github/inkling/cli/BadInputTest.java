package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.dataset.LabeledDigits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is told in one line that names it, and nothing is left behind. */
class BadInputTest {
  @TempDir static Path shared;
  private static Path model;

  @TempDir Path folder;
  private LabeledDigits digits;
  private Path images;
  private Path labels;
  private Path out;

  @BeforeAll
  static void trainSmallModel() throws IOException {
    model = shared.resolve("model.inkling");
    String data = SmallMnist.write(shared, "train", 0, 100);
    Invocation run =
        Invocation.of(
            "train",
            "--features",
            "zoning:4x4",
            "--classifier",
            "knn",
            "--data",
            data,
            "--out",
            model);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @BeforeEach
  void writeData() throws IOException {
    digits = SmallMnist.digits(0, 20);
    SmallMnist.write(folder, "data", digits);
    images = folder.resolve("data-images");
    labels = folder.resolve("data-labels");
    out = folder.resolve("out");
    Files.createDirectory(out);
  }

  @Test
  void anEmptyNameIsToldInsteadOfMeaningTheCurrentFolder() {
    assertEmpty("(IMAGE)", "read", "");
    assertEmpty("IMAGE", "predict", "a.png", "");
    assertEmpty("'--annotate'", "read", "a.png", "--annotate", "");
    assertEmpty("'--json'", "read", "a.png", "--json=");
    assertEmpty("'--out'", "train", "--out", "");
  }

  private static void assertEmpty(String argument, Object... command) {
    Invocation run = Invocation.of(command);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(argument, "is empty; name a file or folder");
  }

  @Test
  void theNetworkThatIsNotThereIsToldWithWhatBringsIt() {
    Invocation run =
        Invocation.of("train", "--classifier", "cnn:epochs=1", "--out", out.resolve("a"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .contains("'--classifier'", "io.github.inkling:inkling-cnn", "INKLING_WITH=cnn");
  }

  @Test
  void aTruncatedIdxFile() throws IOException {
    Files.write(images, Arrays.copyOf(SmallMnist.images(digits), 5000));

    assertFails(train(Invocation.idx(images, labels)), images, "5000");
  }

  @Test
  void anIdxFileOfAnotherMagic() throws IOException {
    Files.write(images, SmallMnist.labels(digits));

    assertFails(train(Invocation.idx(images, labels)), images);
  }

  @Test
  void moreImagesThanLabels() throws IOException {
    Files.write(labels, SmallMnist.labels(SmallMnist.digits(0, 19)));

    assertFails(train(Invocation.idx(images, labels)), labels, "19", "20");
  }

  @Test
  void aLabelThatIsNoDigit() throws IOException {
    byte[] content = SmallMnist.labels(digits);
    content[8 + 7] = 42;
    Files.write(labels, content);

    assertFails(train(Invocation.idx(images, labels)), labels, "42", "7");
  }

  @Test
  void aDataFileThatIsNotThere() {
    Path nowhere = folder.resolve("nowhere");

    assertFails(train("csv:" + nowhere), nowhere);
    assertFails(train("usps:" + nowhere), nowhere);
    assertFails(train("folder:" + nowhere), nowhere);
    assertFails(train(Invocation.idx(nowhere, labels)), nowhere);
  }

  @Test
  void anEmptyFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertFails(train("folder:" + empty), empty);
  }

  @Test
  void aPictureInAFolderThatDoesNotDecode() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures/3"));
    Path broken = Files.writeString(pictures.resolve("a.png"), "no picture");

    assertFails(train("folder:" + pictures.getParent()), broken);
  }

  @Test
  void onlyOneClassInTheTrainingSet() throws IOException {
    int[] threes = IntStream.range(0, 20).filter(i -> digits.label(i) == 3).toArray();
    String data = SmallMnist.write(folder, "threes", digits.select(threes));

    assertFails(train(data), folder.resolve("threes-images"), "two different digits");
  }

  @Test
  void moreCopiesThanAMatrixHolds() throws IOException {
    String data =
        SmallMnist.write(
            folder, "many", digits.select(IntStream.range(0, 5000).map(i -> i % 20).toArray()));

    Invocation run =
        Invocation.of(
            "train", "--data", data, "--augment", 1000, "--out", out.resolve("model.inkling"));

    assertFails(run, folder.resolve("many-images"), "1000 copies of each of 5000", "make at most");
    assertThat(run.err()).as("nothing was computed").doesNotContain("Normalising");
  }

  @Test
  void aModelThatIsCutOff() throws IOException {
    byte[] content = Files.readAllBytes(model);

    assertBadModel(Arrays.copyOf(content, content.length - 1000), "cut off");
    assertBadModel(Arrays.copyOf(content, 10), "cut off");
    assertBadModel(new byte[0], "not an Inkling model");
  }

  @Test
  void aModelThatWasEdited() throws IOException {
    byte[] content = Files.readAllBytes(model);
    content[content.length / 2] ^= 1;

    assertBadModel(content, "damaged or edited");
  }

  @Test
  void aModelOfANewerVersion() throws IOException {
    byte[] content = Files.readAllBytes(model);
    content[8] = 99;

    assertBadModel(content, "newer");
  }

  @Test
  void aFileThatIsNoModel() {
    assertFails(Invocation.of("info", "--model", images), images, "not an Inkling model");
    assertFails(Invocation.of("info", "--model", folder), folder, "is a folder");
  }

  @Test
  void aPictureThatCannotBeReadIsNoReasonNotToAnswerTheOthers() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    Path nowhere = folder.resolve("nowhere.png");
    Path good = PredictTest.png(digits.image(0), folder.resolve("good.png"));
    Path json = folder.resolve("answers.json");

    Invocation run =
        Invocation.of("predict", "--model", model, text, nowhere, good, "--json", json);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.errors().get(0)).contains(text.toString());
    assertThat(run.errors().get(1)).contains(nowhere.toString(), "no such file");
    assertThat(run.out().lines()).hasSize(2).last().asString().endsWith(good.toString());
    JsonNode answers = new ObjectMapper().readTree(json.toFile()).get("pictures");
    assertThat(answers.get(0).get("error").asText()).contains(text.toString());
    assertThat(answers.get(2).has("label")).isTrue();
  }

  @Test
  void verboseShowsWhereThePictureFailed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");

    Invocation run = Invocation.of("predict", "--model", model, text, "--verbose");

    assertThat(run.errors()).hasSize(1);
    assertThat(run.err()).contains(text.toString(), "\tat io.github.inkling.core.image.");
  }

  @Test
  void aPictureOfManyGigabytesIsRefusedByItsHeader() throws IOException {
    Path huge = Files.write(folder.resolve("huge.png"), pngHeader(20_000, 20_000));

    assertFails(Invocation.of("predict", "--model", model, huge), huge, "20000", "pixels");
    assertFails(
        Invocation.of("show", huge, "--out", out.resolve("stages.png")), huge, "20000", "pixels");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldBeforeTheWorkBegins() {
    Path nowhere = folder.resolve("nowhere/model.inkling");
    String data = Invocation.idx(images, labels);

    Invocation noFolder = Invocation.of("train", "--data", data, "--out", nowhere);
    assertFails(noFolder, nowhere, "there is no folder");
    assertThat(noFolder.err().lines()).as("nothing was read").hasSize(1);
    assertFails(Invocation.of("train", "--data", data, "--out", folder), folder, "is a folder");
    assertFails(
        Invocation.of("evaluate", "--model", model, "--data", data, "--json", nowhere), nowhere);
    assertFails(
        Invocation.of("evaluate", "--model", model, "--data", data, "--predictions", nowhere),
        nowhere);
    assertFails(Invocation.of("features", "--data", data, "--out", nowhere), nowhere);
    assertFails(Invocation.of("show", images, "--out", nowhere), nowhere);
  }

  @Test
  void aQuickstartIntoAPlaceThatIsTakenIsToldBeforeTheWorkBegins() throws IOException {
    assertFails(Invocation.of("quickstart", "--out", images), images, "is a file; name a folder");

    Path taken = Files.createDirectories(folder.resolve("quickstart/report.json"));
    Invocation run = Invocation.of("quickstart", "--out", taken.getParent());
    assertFails(run, taken, "is a folder");
    assertThat(run.err().lines()).as("nothing was read").hasSize(1);
  }

  private Invocation train(String data) {
    return Invocation.of(
        "train",
        "--features",
        "zoning:4x4",
        "--classifier",
        "knn",
        "--data",
        data,
        "--out",
        out.resolve("model.inkling"),
        "--json",
        out.resolve("train.json"));
  }

  @Test
  void resultsReplaceNeitherEachOtherNorWhatIsRead() throws IOException {
    String data = Invocation.idx(images, labels);
    Path twice = out.resolve("twice");
    byte[] before = Files.readAllBytes(images);

    assertFails(
        Invocation.of("train", "--data", data, "--out", twice, "--json", twice),
        twice,
        "two results");
    assertFails(
        Invocation.of("features", "--data", data, "--out", twice, "--labels", twice),
        twice,
        "two results");
    assertFails(Invocation.of("train", "--data", data, "--out", images), images, "is read by");
    assertFails(Invocation.of("show", images, "--out", images), images, "is read by");
    assertThat(Files.readAllBytes(images)).isEqualTo(before);
  }

  @Test
  void devicesAreRefusedBeforeTheWork() {
    Path device = Path.of("/dev/null");
    assertFails(
        Invocation.of("train", "--data", Invocation.idx(images, labels), "--out", device),
        device,
        "device or pipe");
  }

  private void assertBadModel(byte[] content, String problem) throws IOException {
    Path bad = Files.write(folder.resolve("bad.inkling"), content);
    assertFails(Invocation.of("info", "--model", bad), bad, problem);
    assertFails(
        Invocation.of("evaluate", "--model", bad, "--data", Invocation.idx(images, labels)),
        bad,
        problem);
  }

  private void assertFails(Invocation run, Path place, String... hints) {
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(run.errors().get(0)).contains(place.toString());
    for (String hint : hints) {
      assertThat(run.errors().get(0)).contains(hint);
    }
    assertThat(filesIn(out)).as("left behind").isEmpty();
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG's signature and header, and no pixels. */
  static byte[] pngHeader(int width, int height) {
    ByteBuffer png = ByteBuffer.allocate(8 + 25);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    png.putInt(13).put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
    png.put(new byte[] {8, 0, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(png.array(), 12, 17);
    return png.putInt((int) crc.getValue()).array();
  }
}
