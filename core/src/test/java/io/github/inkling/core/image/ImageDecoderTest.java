package io.github.inkling.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private static final int GRAY = 0;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff", "jpeg"})
  void coloursBecomeTheLuminanceThatJavaComputes(String format) throws IOException {
    byte[] encoded = EncodedPictures.encode(EncodedPictures.colours(37, 23), format);
    GrayImage expected = GrayImage.of(ImageIO.read(new ByteArrayInputStream(encoded)));

    // JPEG stores luminance itself, so that its way over red, green and blue rounds twice more.
    assertAlike(GrayImage.decode(encoded), expected, format.equals("jpeg") ? 3 : 1);
  }

  @ParameterizedTest
  @CsvSource({"101, 1", "90, 12"})
  void webpIsDecoded(int quality, int tolerance) throws IOException {
    BufferedImage image = EncodedPictures.colours(37, 23);

    GrayImage decoded = GrayImage.decode(EncodedPictures.webp(image, quality));

    assertAlike(decoded, GrayImage.of(image), tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff", "jpeg", "webp"})
  void aSinglePixelIsAPicture(String format) throws IOException {
    BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    pixel.setRGB(0, 0, 0x808080);
    byte[] encoded =
        format.equals("webp")
            ? EncodedPictures.webp(pixel, 101)
            : EncodedPictures.encode(pixel, format);

    GrayImage decoded = GrayImage.decode(encoded);

    assertThat(decoded.width()).isEqualTo(1);
    assertThat(decoded.height()).isEqualTo(1);
    assertThat(decoded.at(0, 0)).isCloseTo(128, within(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff", "webp"})
  void aDrawingOnTransparentGroundStandsOnWhitePaper(String format) throws IOException {
    BufferedImage drawing = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = drawing.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(4));
    graphics.drawLine(10, 0, 10, 20);
    graphics.dispose();
    byte[] encoded =
        format.equals("webp")
            ? EncodedPictures.webp(drawing, 101)
            : EncodedPictures.encode(drawing, format);

    GrayImage decoded = GrayImage.decode(encoded);

    assertThat(decoded.at(2, 10)).as("paper").isEqualTo(255);
    assertThat(decoded.at(10, 10)).as("ink").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff", "webp"})
  void halfTransparentInkMixesWithPaperAsInJava(String format) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x80c86428);
    image.setRGB(1, 0, 0x40000000);
    byte[] encoded =
        format.equals("webp")
            ? EncodedPictures.webp(image, 101)
            : EncodedPictures.encode(image, format);

    assertAlike(GrayImage.decode(encoded), GrayImage.of(image), 2);
  }

  @Test
  void theGreyLevelThatAPngDeclaresTransparentIsPaper() throws IOException {
    byte[] rows = {0, 10, 11, (byte) 200};

    GrayImage decoded =
        GrayImage.decode(EncodedPictures.png(3, 1, 8, GRAY, new byte[] {0, 10}, rows));

    assertThat(decoded.pixels()).containsExactly((byte) 255, (byte) 11, (byte) 200);
  }

  @Test
  void theGreyLevelMayBeTransparentInAPngOfFewBits() throws IOException {
    byte[] rows = {0, (byte) 0b00_01_10_11};

    GrayImage decoded =
        GrayImage.decode(EncodedPictures.png(4, 1, 2, GRAY, new byte[] {0, 0}, rows));

    assertThat(decoded.pixels()).containsExactly((byte) 255, (byte) 85, (byte) 170, (byte) 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void sixteenBitsAreScaledToEight(String format) throws IOException {
    BufferedImage image = new BufferedImage(256, 2, BufferedImage.TYPE_USHORT_GRAY);
    WritableRaster raster = image.getRaster();
    for (int x = 0; x < 256; x++) {
      raster.setSample(x, 0, 0, 257 * x);
      raster.setSample(x, 1, 0, Math.min(65535, 257 * x + 128));
    }

    GrayImage decoded = GrayImage.decode(EncodedPictures.encode(image, format));

    for (int x = 0; x < 256; x++) {
      assertThat(decoded.at(x, 0)).isEqualTo(x);
      assertThat(decoded.at(x, 1)).isEqualTo(x);
    }
  }

  @Test
  void blackAndWhiteOfOneBitIsDecoded() throws IOException {
    BufferedImage image = new BufferedImage(9, 2, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(8, 1, 0xffffff);

    for (String format : new String[] {"png", "bmp", "tiff"}) {
      GrayImage decoded = GrayImage.decode(EncodedPictures.encode(image, format));

      assertThat(decoded).as(format).isEqualTo(GrayImage.of(image));
    }
  }

  /** Many programs leave 0 in the fourth byte, which as alpha would make all of it paper. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void theUnusedByteOfABmpIsNoTransparency(int compression) throws IOException {
    byte[] encoded = EncodedPictures.bmp32(compression, 0x000000, 0x646464, 0x80c8c8c8);

    assertThat(GrayImage.decode(encoded).pixels())
        .containsExactly((byte) 0, (byte) 100, (byte) 200);
  }

  /** Where the upper left corner of a picture of 40 x 24 goes: EXIF 2.3, tag 0x0112. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "2, 39, 0",
    "3, 39, 23",
    "4, 0, 23",
    "5, 0, 0",
    "6, 23, 0",
    "7, 23, 39",
    "8, 0, 39"
  })
  void aPhotographIsTurnedAsItsExifOrientationSays(int orientation, int cornerX, int cornerY)
      throws IOException {
    BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 40, 24);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, 8, 8);
    graphics.dispose();

    GrayImage decoded =
        GrayImage.decode(
            EncodedPictures.withOrientation(EncodedPictures.encode(image, "jpeg"), orientation));

    boolean turned = orientation >= 5;
    assertThat(decoded.width()).isEqualTo(turned ? 24 : 40);
    assertThat(decoded.height()).isEqualTo(turned ? 40 : 24);
    for (int x : new int[] {0, decoded.width() - 1}) {
      for (int y : new int[] {0, decoded.height() - 1}) {
        boolean dark = x == cornerX && y == cornerY;
        assertThat(decoded.at(x, y)).isCloseTo(dark ? 0 : 255, within(8));
      }
    }
  }

  /** Two pixels, for which the bytes at 2 and 3 of the header itself serve: 42 and 0. */
  @ParameterizedTest
  @CsvSource({"1, 42, 0", "3, 0, 42"})
  void aTiffIsTurnedAsItsOrientationSays(int orientation, int left, int right) throws IOException {
    byte[] tiff =
        EncodedPictures.tiff(
            256,
            3,
            2,
            257,
            3,
            1,
            258,
            3,
            8,
            262,
            3,
            1,
            273,
            3,
            2,
            274,
            3,
            orientation,
            277,
            3,
            1,
            278,
            3,
            1,
            279,
            3,
            2);

    GrayImage decoded = GrayImage.decode(tiff);

    assertThat(decoded.pixels()).containsExactly((byte) left, (byte) right);
  }

  @Test
  void ofSeveralPagesTheFirstIsRead() throws IOException {
    BufferedImage first = EncodedPictures.colours(5, 4);
    byte[] encoded = EncodedPictures.tiffOf(first, EncodedPictures.colours(9, 9));

    assertAlike(GrayImage.decode(encoded), GrayImage.of(first), 1);
  }

  @Test
  void aFileIsReadWhateverItsNameEndsWith(@TempDir Path folder) throws IOException {
    BufferedImage image = EncodedPictures.colours(5, 4);
    Path file = Files.write(folder.resolve("seven.jpg"), EncodedPictures.encode(image, "png"));

    assertAlike(GrayImage.read(file), GrayImage.of(image), 1);
  }

  private static void assertAlike(GrayImage actual, GrayImage expected, int tolerance) {
    assertThat(actual).hasToString(expected.toString());
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        assertThat(actual.at(x, y))
            .as("at %d, %d", x, y)
            .isCloseTo(expected.at(x, y), within(tolerance));
      }
    }
  }
}
