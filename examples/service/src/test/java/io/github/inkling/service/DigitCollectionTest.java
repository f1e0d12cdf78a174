package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.ImageFolder;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitCollectionTest {
  @TempDir private Path folder;

  /** Noise, which takes a file of many blocks. */
  private static GrayImage picture(int number) {
    byte[] pixels = new byte[100 * 100];
    new Random(number).nextBytes(pixels);
    return GrayImage.of(100, 100, pixels);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** How many there are while some come, under names that they do not keep. */
  private int count() {
    int count = 0;
    for (int digit = 0; digit < 10; digit++) {
      String[] names = folder.resolve(String.valueOf(digit)).toFile().list();
      count += names == null ? 0 : names.length;
    }
    return count;
  }

  @Test
  void whatIsCollectedCanBeTrainedWith() throws IOException {
    DigitCollection collection = DigitCollection.open(folder, 10);

    assertThat(collection.add(picture(1), 7)).isEqualTo(1);
    assertThat(collection.add(picture(2), 0)).isEqualTo(2);

    LabeledDigits digits = ImageFolder.read(folder);
    assertThat(digits.size()).isEqualTo(2);
    assertThat(digits.images()).containsExactly(picture(2), picture(1));
    assertThat(digits.label(0)).isEqualTo(0);
    assertThat(digits.label(1)).isEqualTo(7);
  }

  @Test
  void aPictureIsThereOnceUnderItsLastLabel() throws IOException {
    DigitCollection collection = DigitCollection.open(folder, 10);
    collection.add(picture(1), 7);

    assertThat(collection.add(picture(1), 7)).isEqualTo(1);
    assertThat(collection.add(picture(1), 4)).isEqualTo(1);

    assertThat(files()).singleElement().matches(file -> file.getParent().endsWith("4"));
  }

  @Test
  void picturesOfTheSamePixelsAndAnotherShapeAreDifferent() throws IOException {
    DigitCollection collection = DigitCollection.open(folder, 10);
    collection.add(GrayImage.of(2, 8, new byte[16]), 1);

    assertThat(collection.add(GrayImage.of(4, 4, new byte[16]), 1)).isEqualTo(2);
  }

  @Test
  void noMoreAreKeptThanMayBe() throws IOException {
    DigitCollection collection = DigitCollection.open(folder, 2);
    collection.add(picture(1), 1);
    collection.add(picture(2), 2);

    assertThatThrownBy(() -> collection.add(picture(3), 3))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.COLLECTION_FULL));
    assertThat(collection.add(picture(2), 3)).isEqualTo(2);
    assertThat(files()).hasSize(2);
  }

  /** A data set that is numbered anew under each label, as many are. */
  @Test
  void otherPeoplesPicturesAreLeftAlone() throws IOException {
    for (int label = 0; label < 10; label++) {
      Path file = Files.createDirectories(folder.resolve("" + label)).resolve("0001.png");
      Files.write(file, new byte[] {(byte) label});
    }

    DigitCollection collection = DigitCollection.open(folder, 10);

    assertThat(files()).hasSize(10);
    assertThat(collection.add(picture(1), 7)).isEqualTo(1);
    assertThat(files()).hasSize(11);
  }

  @Test
  void whatWasCollectedBeforeCounts() throws IOException {
    DigitCollection.open(folder, 10).add(picture(1), 1);
    Files.writeString(folder.resolve("1").resolve(".inkling-1.tmp"), "half");
    DigitCollection collection = DigitCollection.open(folder, 10);

    assertThat(collection.add(picture(1), 2)).isEqualTo(1);
    assertThat(collection.add(picture(2), 2)).isEqualTo(2);
  }

  @Test
  void ofTwoLabelsThatAnEndingProcessLeftTheLaterIsKept() throws IOException {
    DigitCollection.open(folder, 10).add(picture(1), 7);
    Path seven = files().get(0);
    Path one = Files.copy(seven, folder.resolve("1").resolve(seven.getFileName()));
    Path nine = Files.copy(seven, folder.resolve("9").resolve(seven.getFileName()));
    Files.setLastModifiedTime(seven, FileTime.fromMillis(3_000_000));
    Files.setLastModifiedTime(one, FileTime.fromMillis(2_000_000));
    Files.setLastModifiedTime(nine, FileTime.fromMillis(1_000_000));

    DigitCollection.open(folder, 10);

    assertThat(files()).containsExactly(seven);
  }

  @Test
  void aFolderThatCannotBeUsedIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> DigitCollection.open(file, 10))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void whatCannotBeWrittenIsNotThere() throws IOException {
    DigitCollection collection = DigitCollection.open(folder, 10);
    collection.add(picture(1), 1);
    Files.delete(folder.resolve("7"));

    assertThatThrownBy(() -> collection.add(picture(1), 7)).isInstanceOf(IOException.class);

    assertThat(files()).singleElement().matches(file -> file.getParent().endsWith("1"));
    assertThat(collection.add(picture(2), 2)).isEqualTo(2);
  }

  @Test
  void aProcessThatIsKilledLeavesWholeFilesOnly() throws Exception {
    Process process = start("", "write");
    for (int i = 0; i < 600 && count() < 20; i++) {
      Thread.sleep(50);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    LabeledDigits digits = ImageFolder.read(folder);
    assertThat(digits.size()).isGreaterThanOrEqualTo(19);
    assertThat(digits.images()).allMatch(image -> image.width() == 100);
    assertThat(DigitCollection.open(folder, 1_000_000).add(picture(-1), 1))
        .isBetween(digits.size(), digits.size() + 1);
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws Exception {
    // No file may have more than 4 kB, which the picture has.
    Process process = start("ulimit -f 4; ", "fail");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(42);
    assertThat(files()).isEmpty();
  }

  private Process start(String before, String task) throws IOException {
    return new ProcessBuilder(
            "bash",
            "-c",
            before + "exec \"$@\"",
            "bash",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString(),
            task)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Collects pictures until it is killed, or one that is larger than the disk. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      DigitCollection collection = DigitCollection.open(Path.of(arguments[0]), 1_000_000);
      if (arguments[1].equals("fail")) {
        try {
          collection.add(picture(1), 1);
        } catch (IOException e) {
          System.exit(42);
        }
      }
      for (int i = 0; ; i++) {
        collection.add(picture(i / 2), i % 10);
      }
    }
  }
}
