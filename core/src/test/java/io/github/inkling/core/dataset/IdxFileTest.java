package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  private static final byte[] TWO_PICTURES = IdxBytes.pictures(2, 2, 3, bytes(12));
  private static final byte[] TWO_LABELS = IdxBytes.labels(7, 0);

  @TempDir private Path folder;

  @Test
  void picturesAndLabelsAreReadInTheirOrder() throws IOException {
    LabeledDigits digits = read(TWO_PICTURES, TWO_LABELS);

    assertThat(digits.labels()).containsExactly(7, 0);
    assertThat(digits.image(0)).isEqualTo(GrayImage.of(3, 2, bytes(6)));
    assertThat(digits.image(1).pixels()).containsExactly(6, 7, 8, 9, 10, 11);
    assertThat(digits.name())
        .isEqualTo("idx:" + folder.resolve("images") + "," + folder.resolve("labels"));
  }

  @Test
  void gzipIsFoundByItsContentNotByItsName() throws IOException {
    LabeledDigits digits = read(IdxBytes.gzip(TWO_PICTURES), IdxBytes.gzip(TWO_LABELS));

    assertThat(digits.contentHash()).isEqualTo(read(TWO_PICTURES, TWO_LABELS).contentHash());
  }

  @Test
  void emnistsPicturesAreSetUpright() throws IOException {
    Path images = Files.write(folder.resolve("images"), IdxBytes.pictures(1, 2, 3, bytes(6)));
    Path labels = Files.write(folder.resolve("labels"), IdxBytes.labels(1));

    LabeledDigits digits = IdxFile.read(images, labels, IdxLayout.COLUMN_MAJOR);

    assertThat(digits.image(0)).isEqualTo(GrayImage.of(2, 3, new byte[] {0, 3, 1, 4, 2, 5}));
  }

  @Property(tries = 100)
  void whatIsWrittenIsReadAtAnySize(
      @ForAll @IntRange(min = 1, max = 20) int count,
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 40) int columns,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * rows * columns];
    random.nextBytes(pixels);
    int[] labels = random.ints(count, 0, 10).toArray();
    byte[] pictures = IdxBytes.pictures(count, rows, columns, pixels);

    LabeledDigits digits =
        IdxFile.read(
            "random",
            new ByteArrayInputStream(random.nextBoolean() ? IdxBytes.gzip(pictures) : pictures),
            new ByteArrayInputStream(IdxBytes.labels(labels)));

    ByteBuffer reread = ByteBuffer.allocate(pixels.length);
    for (GrayImage image : digits.images()) {
      assertThat(image).hasToString("GrayImage[" + columns + " x " + rows + "]");
      reread.put(image.pixels());
    }
    assertThat(reread.array()).isEqualTo(pixels);
    assertThat(digits.labels()).isEqualTo(labels);
  }

  @Test
  void aCutOffFileOfPicturesNamesTheByteAndThePicture() {
    assertRefused(
        Arrays.copyOf(TWO_PICTURES, 25),
        TWO_LABELS,
        "images: byte 25: cut off within picture 1 (from 0) of 2: 3 bytes are missing");
  }

  @Test
  void aCutOffHeaderIsNamed() {
    assertRefused(
        Arrays.copyOf(TWO_PICTURES, 14),
        TWO_LABELS,
        "images: byte 14: cut off within the number of columns: 2 bytes are missing");
    assertRefused(
        new byte[0],
        TWO_LABELS,
        "images: byte 0: cut off within the magic number: 4 bytes are missing");
  }

  @Test
  void aCutOffFileOfLabelsNamesTheByte() {
    assertRefused(
        TWO_PICTURES,
        Arrays.copyOf(TWO_LABELS, 9),
        "labels: byte 9: cut off within the labels: 1 bytes are missing");
  }

  @Test
  void swappedFilesAreRecognised() {
    assertRefused(
        TWO_LABELS,
        TWO_PICTURES,
        "images: byte 0: magic number 2049 is that of labels, expected 2051 for pictures;"
            + " are the two files swapped?");
    assertRefused(
        TWO_PICTURES,
        TWO_PICTURES,
        "labels: byte 0: magic number 2051 is that of pictures, expected 2049 for labels;"
            + " are the two files swapped?");
  }

  @Test
  void anotherMagicNumberIsQuoted() {
    byte[] floats = TWO_PICTURES.clone();
    floats[2] = 0x0d;

    assertRefused(
        floats,
        TWO_LABELS,
        "images: byte 0: magic number 3331, expected 2051 for pictures in unsigned bytes");
  }

  @Test
  void differentCountsAreRefused() {
    assertRefused(
        TWO_PICTURES,
        IdxBytes.labels(1, 2, 3),
        "labels: byte 4: 3 labels, but " + folder.resolve("images") + " has 2 pictures");
  }

  @Test
  void aLabelThatIsNoDigitIsQuotedWithItsPlace() {
    assertRefused(
        TWO_PICTURES,
        IdxBytes.labels(3, 26),
        "labels: byte 9: label 26 of digit 1 (from 0) is not in 0..9");
  }

  @Test
  void whatFollowsTheLastPictureIsRefused() {
    assertRefused(
        Arrays.copyOf(TWO_PICTURES, TWO_PICTURES.length + 1),
        TWO_LABELS,
        "images: byte 28: more follows after the last of 2 pictures");
    assertRefused(
        TWO_PICTURES,
        Arrays.copyOf(TWO_LABELS, 11),
        "labels: byte 10: more follows after the last of 2 labels");
  }

  @Test
  void headersThatPromiseTooMuchAreRefusedBeforeMemoryIsTaken() {
    byte[] labels = IdxBytes.labels();
    ByteBuffer.wrap(labels).putInt(4, 2_000_000_000);
    assertRefused(
        IdxBytes.pictures(2_000_000_000, 28, 28, bytes(84)),
        labels,
        "images: 2000000000 digits of 1568000000000 pixels in all;"
            + " at most 10000000 digits and 2147483647 pixels are read,"
            + " so take fewer or smaller pictures");

    assertRefused(
        IdxBytes.pictures(2, -1, 28),
        TWO_LABELS,
        "images: byte 8: pictures of 4294967295 rows and 28 columns;"
            + " expected at least 1 x 1 and at most 100000000 pixels");
    assertRefused(
        IdxBytes.pictures(2, 28, 0),
        TWO_LABELS,
        "images: byte 8: pictures of 28 rows and 0 columns;"
            + " expected at least 1 x 1 and at most 100000000 pixels");
  }

  /** 2 GB are within the limit, but only what arrives is held. */
  @Test
  void aPromiseWithinTheLimitTakesNoMoreMemoryThanTheFileHas() {
    assertRefused(
        IdxBytes.pictures(2, 10_000, 10_000, bytes(100)),
        TWO_LABELS,
        "images: byte 116: cut off within picture 0 (from 0) of 2: 99999900 bytes are missing");
  }

  @Test
  void damagedGzipIsRefusedByName() {
    byte[] gzip = IdxBytes.gzip(TWO_PICTURES);
    byte[] damaged = gzip.clone();
    damaged[gzip.length - 8] ^= 1;

    assertRefused(
        damaged,
        TWO_LABELS,
        "images: the gzip compression is damaged or cut off, after byte 28 of the content");
    assertRefused(
        Arrays.copyOf(gzip, 7),
        TWO_LABELS,
        "images: the gzip compression is damaged or cut off, after byte 0 of the content");
  }

  @Test
  void noDigitsAtAllAreRefused() {
    assertRefused(
        IdxBytes.pictures(0, 28, 28), IdxBytes.labels(), "images: there are no digits in it");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path labels = Files.write(folder.resolve("labels"), TWO_LABELS);
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> IdxFile.read(missing, labels))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": there is no such file");
    assertThatThrownBy(() -> IdxFile.read(folder, labels))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(folder + ": a folder, but a file was expected");
  }

  @Test
  void streamsAreCalledByTheNameOfTheDataSet() {
    assertThatThrownBy(
            () ->
                IdxFile.read(
                    "mnist:train",
                    new ByteArrayInputStream(TWO_PICTURES),
                    new ByteArrayInputStream(IdxBytes.labels(1, 10))))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage("mnist:train (labels): byte 9: label 10 of digit 1 (from 0) is not in 0..9");
  }

  @Test
  void streamsAreLeftOpen() throws IOException {
    AtomicInteger closed = new AtomicInteger();

    IdxFile.read(
        "mnist:train",
        new CountedStream(IdxBytes.gzip(TWO_PICTURES), closed),
        new CountedStream(TWO_LABELS, closed));

    assertThat(closed).hasValue(0);
  }

  @Test
  void theContentOfAFileIsClosedWithItsDecompression() throws IOException {
    AtomicInteger closed = new AtomicInteger();
    byte[] gzip = IdxBytes.gzip(TWO_PICTURES);

    InputStream content = DataFile.decompressed(new CountedStream(gzip, closed), "test");
    content.close();

    assertThat(closed).hasValue(1);
    assertThatThrownBy(content::read).isInstanceOf(IOException.class).hasMessage("Stream closed");
  }

  private static final class CountedStream extends ByteArrayInputStream {
    private final AtomicInteger closed;

    CountedStream(byte[] content, AtomicInteger closed) {
      super(content);
      this.closed = closed;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private LabeledDigits read(byte[] images, byte[] labels) throws IOException {
    return IdxFile.read(
        Files.write(folder.resolve("images"), images),
        Files.write(folder.resolve("labels"), labels));
  }

  private void assertRefused(byte[] images, byte[] labels, String message) {
    assertThatThrownBy(() -> read(images, labels))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(folder + folder.getFileSystem().getSeparator() + message);
  }

  /** 0, 1, 2, ... */
  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
