package io.github.inkling.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePictureTest {
  private static final List<String> FORMATS = List.of("png", "jpeg", "bmp", "tiff", "webp");
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final String EXPECTED = "expected PNG, JPEG, BMP, TIFF or WebP";

  @TempDir private Path folder;

  @Test
  void textNamedAsAPictureIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("seven.png"), "seven");

    assertRefused(file, "not a picture that can be decoded; " + EXPECTED);
  }

  @Test
  void anEmptyFileIsRefusedByName() throws IOException {
    Path file = Files.createFile(folder.resolve("seven.png"));

    assertRefused(file, "empty, so not a picture; " + EXPECTED);
  }

  @Test
  void aFolderIsRefusedByName() {
    assertRefused(folder, "a folder, but a picture was expected");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("missing.png");

    assertThatThrownBy(() -> GrayImage.read(file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file + ": there is no such file");
  }

  @Test
  void aFileTooLongForAnyPictureIsRefusedUnread() throws IOException {
    Path file = folder.resolve("long.bmp");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(400_000_001L);
    }

    assertRefused(file, "a picture file of more than 400000000 bytes is not read; make it smaller");
  }

  @Test
  void aPngOf20000x20000IsRefusedByItsHeader() throws IOException {
    byte[] encoded = EncodedPictures.png(20_000, 20_000, 8, 0, new byte[0], new byte[1000]);
    Path file = Files.write(folder.resolve("huge.png"), encoded);

    assertRefused(file, "the PNG picture is 20000 x 20000; " + tooLarge());
  }

  @Test
  void aJpegOfManyScansIsRefused() throws IOException {
    byte[] jpeg = EncodedPictures.encode(EncodedPictures.colours(8, 8), "jpeg");
    int end = jpeg.length - 2;
    byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0};
    ByteBuffer more = ByteBuffer.allocate(200 * scan.length);
    for (int i = 0; i < 200; i++) {
      more.put(scan);
    }
    Path file =
        Files.write(folder.resolve("scans.jpg"), EncodedPictures.splice(jpeg, end, more.array()));

    assertRefused(file, "the JPEG picture has more than 200 scans; save it anew");
  }

  @Test
  void aTiffOfManyFieldsIsRefused() throws IOException {
    int fields = 60_000;
    int directory = 2 + 12 * fields + 4;
    ByteBuffer tiff = ByteBuffer.allocate(8 + 20 * directory).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    for (int i = 0; i < 20; i++) {
      tiff.putShort(8 + i * directory, (short) fields);
      tiff.putInt(8 + (i + 1) * directory - 4, i == 19 ? 0 : 8 + (i + 1) * directory);
    }

    assertThatThrownBy(() -> PictureFile.of(tiff.array(), "fields.tiff"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("has more than 1000000 fields in its directories");
  }

  @Test
  void hugeHeadersOfEveryFormatAreRefused() {
    byte[] jpeg = picture("jpeg");
    int frame = indexOf(jpeg, 0xff, 0xc0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65500).putShort(frame + 7, (short) 65500);
    assertRefused(jpeg, "the JPEG picture is 65500 x 65500; " + tooLarge());

    byte[] bmp = picture("bmp");
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 20_000).putInt(22, -20_000);
    assertRefused(bmp, "the BMP picture is 20000 x 20000; " + tooLarge());

    byte[] tiff = EncodedPictures.tiff(256, LONG, 0x7fffffff, 257, LONG, -1);
    assertRefused(tiff, "the TIFF picture is 2147483647 x 4294967295; " + tooLarge());

    byte[] webp = new byte[30];
    ByteBuffer.wrap(webp)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(22)
        .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
        .putInt(10)
        .putInt(0)
        .putShort((short) 19_999)
        .put(new byte[1])
        .putShort((short) 19_999);
    assertRefused(webp, "the WebP picture is 20000 x 20000; " + tooLarge());
  }

  /** Libpng would print its own limit. */
  @Test
  void aPictureLongerThanLibpngReadsIsRefused() {
    assertRefused(
        EncodedPictures.png(1_000_001, 1, 1, 0, new byte[0], new byte[125_002]),
        "the PNG picture is 1000001 x 1;"
            + " at most 1000000 pixels may lie side by side, so make it smaller");
  }

  @Test
  void aSmallTiffOfOneHugeTileIsRefused() {
    byte[] tiff =
        EncodedPictures.tiff(256, SHORT, 1, 257, SHORT, 1, 322, LONG, 1 << 20, 323, LONG, 1 << 20);

    assertRefused(tiff, "the TIFF picture is 1048576 x 1048576; " + tooLarge());
  }

  @Test
  void noWidthOrHeightIsRefused() {
    byte[] jpeg = picture("jpeg");
    ByteBuffer.wrap(jpeg).putShort(indexOf(jpeg, 0xff, 0xc0) + 5, (short) 0);

    assertRefused(jpeg, "the JPEG picture is 30 x 0; " + tooLarge());
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "bmp", "tiff", "webp"})
  void aPictureCutOffAnywhereIsRefused(String format) {
    byte[] whole = picture(format);
    for (int length = 1; length < whole.length; length += 1 + whole.length / 50) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThatThrownBy(() -> GrayImage.decode(cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(MalformedFileException.class);
      assertThatThrownBy(() -> ColorImage.decode(cut))
          .as("%d of %d bytes in colour", length, whole.length)
          .isInstanceOf(MalformedFileException.class);
    }
  }

  @Test
  void aCutOffPngSaysHowLongItShouldBe() {
    byte[] png = picture("png");

    assertRefused(
        Arrays.copyOf(png, png.length - 1),
        "the PNG picture is cut off: it has %d bytes, but needs at least %d"
            .formatted(png.length - 1, png.length));
  }

  @Test
  void aDamagedPngIsRefusedByItsChecksum() {
    byte[] png = picture("png");
    int data = indexOf(png, 'I', 'D');
    png[data + 10] ^= 1;

    assertRefused(
        png,
        "the PNG picture is damaged: the checksum of chunk IDAT at byte %d is wrong"
            .formatted(data - 4));
  }

  @Test
  void floatingPointPixelsAreRefusedByType() {
    byte[] tiff =
        EncodedPictures.tiff(
            256, SHORT, 1, 257, SHORT, 1, 258, SHORT, 32, 262, SHORT, 1, 273, LONG, 8, 277, SHORT,
            1, 278, SHORT, 1, 279, LONG, 4, 339, SHORT, 3);

    assertRefused(
        tiff,
        "the TIFF picture has pixels of type CV_32FC1;"
            + " expected 1, 3 or 4 channels of 8 or 16 bits");
  }

  @Test
  void greyTiffWithTransparencyIsRefusedSinceOpenCvWouldDropIt() {
    byte[] tiff = EncodedPictures.tiff(256, SHORT, 1, 257, SHORT, 1, 277, SHORT, 2);

    assertRefused(
        tiff,
        "the TIFF picture is grey with transparency, which OpenCV cannot read; save it as PNG");
  }

  @Test
  void anAnimationWithoutAFrameIsRefused() {
    byte[] webp = EncodedPictures.webp(EncodedPictures.colours(4, 4), 90);
    byte[] animated = EncodedPictures.splice(webp, 12, new byte[18]);
    ByteBuffer.wrap(animated)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(4, animated.length - 8)
        .position(12)
        .put("VP8X".getBytes(StandardCharsets.US_ASCII))
        .putInt(10)
        .putInt(2);

    assertRefused(animated, "the WebP picture is damaged: it is an animation without a frame");
  }

  /** Native code writes past {@link System#err}, so that only another process can tell. */
  @Test
  void nothingIsPrintedOfPicturesThatAreCutOff() throws IOException, InterruptedException {
    for (String format : FORMATS) {
      byte[] whole = picture(format);
      Files.write(folder.resolve("whole." + format), whole);
      Files.write(folder.resolve("cut." + format), Arrays.copyOf(whole, whole.length * 2 / 3));
    }
    byte[] profile = EncodedPictures.chunk("iCCP", "bad\0\0".getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("profile.png"), EncodedPictures.splice(picture("png"), 33, profile));

    assertThat(OtherProcess.run(DecodeAll.class, folder)).hasContent("6 pictures, 5 refused");
  }

  /** In a process of its own, because a native crash would take the tests along. */
  @Test
  void overwrittenHeadersAreDecodedOrRefusedButNothingElse()
      throws IOException, InterruptedException {
    for (String format : FORMATS) {
      Files.write(folder.resolve("whole." + format), picture(format));
    }
    BufferedImage image = EncodedPictures.colours(30, 20);
    Files.write(folder.resolve("animated.webp"), EncodedPictures.animatedWebp(image, image));
    Files.write(folder.resolve("turned.webp"), EncodedPictures.webpWithOrientation(image, 6));
    Files.write(folder.resolve("pages.tiff"), EncodedPictures.tiffOf(image, image));

    assertThat(OtherProcess.run(DecodeDamaged.class, folder))
        .content(StandardCharsets.UTF_8)
        .endsWith("survived" + System.lineSeparator());
  }

  /** Decodes every picture in a folder. */
  static final class DecodeAll {
    private DecodeAll() {}

    public static void main(String[] arguments) throws IOException {
      int decoded = 0;
      int refused = 0;
      for (Path file : pictures(arguments[0])) {
        try {
          GrayImage.read(file);
          decoded++;
        } catch (MalformedFileException e) {
          refused++;
        }
      }
      System.out.println(decoded + " pictures, " + refused + " refused");
    }
  }

  /** Decodes every picture in a folder, each with 500 kinds of damage to its beginning. */
  static final class DecodeDamaged {
    private DecodeDamaged() {}

    public static void main(String[] arguments) throws IOException {
      Random random = new Random(1);
      for (Path file : pictures(arguments[0])) {
        byte[] whole = Files.readAllBytes(file);
        for (int round = 0; round < 500; round++) {
          byte[] damaged = whole.clone();
          for (int i = 0; i < 3; i++) {
            damaged[random.nextInt(Math.min(200, damaged.length))] = (byte) random.nextInt();
          }
          try {
            GrayImage.decode(damaged);
            ColorImage.decode(damaged);
          } catch (MalformedFileException e) {
            if (!e.getMessage().startsWith("picture in memory: ")
                || e.getMessage().contains("\n")) {
              throw new IllegalStateException("not a line for people", e);
            }
          }
        }
      }
      System.out.println("survived");
    }
  }

  private static List<Path> pictures(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> !file.endsWith("output.txt")).sorted().toList();
    }
  }

  private static byte[] picture(String format) {
    BufferedImage image = EncodedPictures.colours(30, 20);
    return format.equals("webp")
        ? EncodedPictures.webp(image, 90)
        : EncodedPictures.encode(image, format);
  }

  private static int indexOf(byte[] bytes, int first, int second) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xff) == first && (bytes[i + 1] & 0xff) == second) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private static String tooLarge() {
    return "it must have at least 1 and at most 100000000 pixels, so make it smaller";
  }

  private static void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> GrayImage.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": " + problem);
  }

  private static void assertRefused(byte[] encoded, String problem) {
    assertThatThrownBy(() -> GrayImage.decode(encoded))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage("picture in memory: " + problem);
  }
}
