package io.github.inkling.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.MalformedFileException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorImageTest {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void pixelsAreRedGreenAndBlue() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x0a141e);
    image.setRGB(1, 0, 0xc8d2dc);

    for (String format : new String[] {"png", "bmp", "tiff"}) {
      ColorImage decoded = ColorImage.decode(EncodedPictures.encode(image, format));

      assertThat(decoded.rows(0, 1))
          .as(format)
          .containsExactly(10, 20, 30, (byte) 200, (byte) 210, (byte) 220);
    }
    assertThat(ColorImage.decode(EncodedPictures.webp(image, 101)).rows(0, 1))
        .containsExactly(10, 20, 30, (byte) 200, (byte) 210, (byte) 220);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff", "jpeg"})
  void coloursAreThoseThatJavaDecodes(String format) throws IOException {
    byte[] encoded = EncodedPictures.encode(EncodedPictures.colours(37, 23), format);
    ColorImage expected = ColorImage.of(ImageIO.read(new ByteArrayInputStream(encoded)));

    // Two decoders of JPEG round differently on the way from luminance to colours.
    assertAlike(ColorImage.decode(encoded), expected, format.equals("jpeg") ? 8 : 0);
  }

  /** Decoded as luminance, and decoded in colours of which the luminance is taken. */
  @Test
  void bothWaysToLuminanceAgree() throws IOException {
    for (Map.Entry<String, byte[]> picture : pictures().entrySet()) {
      GrayImage direct = GrayImage.decode(picture.getValue());
      GrayImage overColours = ColorImage.decode(picture.getValue()).toGray();

      assertThat(overColours).as(picture.getKey()).hasToString(direct.toString());
      for (int y = 0; y < direct.height(); y++) {
        for (int x = 0; x < direct.width(); x++) {
          assertThat(overColours.at(x, y))
              .as("%s at %d, %d", picture.getKey(), x, y)
              .isCloseTo(direct.at(x, y), within(1));
        }
      }
    }
  }

  private static Map<String, byte[]> pictures() {
    Map<String, byte[]> pictures = new TreeMap<>();
    BufferedImage colours = EncodedPictures.colours(37, 23);
    BufferedImage pixel = EncodedPictures.colours(1, 1);
    for (String format : new String[] {"png", "bmp", "tiff"}) {
      pictures.put(format, EncodedPictures.encode(colours, format));
      pictures.put(format + " of one pixel", EncodedPictures.encode(pixel, format));
      pictures.put(format + " with a palette", EncodedPictures.encode(palette(), format));
    }
    pictures.put("webp", EncodedPictures.webp(colours, 101));
    pictures.put("jpeg of pale colours", EncodedPictures.encode(pale(), "jpeg"));
    pictures.put("jpeg of greys", EncodedPictures.encode(grays(), "jpeg"));
    pictures.put("png of greys", EncodedPictures.encode(grays(), "png"));
    pictures.put("png of 16 bits", EncodedPictures.encode(sixteenBits(), "png"));
    pictures.put("tiff of 16 bits", EncodedPictures.encode(sixteenBits(), "tiff"));
    pictures.put("png with alpha", EncodedPictures.encode(transparent(), "png"));
    pictures.put("tiff with alpha", EncodedPictures.encode(transparent(), "tiff"));
    pictures.put("webp with alpha", EncodedPictures.webp(transparent(), 101));
    return pictures;
  }

  private static BufferedImage palette() {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < 256; i++) {
      red[i] = (byte) (7 * i);
      green[i] = (byte) (255 - i);
      blue[i] = (byte) (50 * i);
    }
    BufferedImage image =
        new BufferedImage(
            4, 2, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 256, red, green, blue));
    for (int x = 0; x < 4; x++) {
      image.getRaster().setSample(x, 0, 0, 60 * x);
      image.getRaster().setSample(x, 1, 0, 255 - x);
    }
    return image;
  }

  /** No colour so strong that luminance and its colours do not fit into the same bytes. */
  private static BufferedImage pale() {
    BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, (180 + x) << 16 | (190 + y) << 8 | (200 - x));
      }
    }
    return image;
  }

  private static BufferedImage grays() {
    BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        image.getRaster().setSample(x, y, 0, 5 * x + 3 * y);
      }
    }
    return image;
  }

  private static BufferedImage sixteenBits() {
    BufferedImage image = new BufferedImage(64, 2, BufferedImage.TYPE_USHORT_GRAY);
    WritableRaster raster = image.getRaster();
    for (int x = 0; x < 64; x++) {
      raster.setSample(x, 0, 0, 1024 * x);
      raster.setSample(x, 1, 0, 65535 - 1023 * x);
    }
    return image;
  }

  private static BufferedImage transparent() {
    BufferedImage image = new BufferedImage(16, 2, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < 16; x++) {
      image.setRGB(x, 0, (17 * x) << 24 | 0xc86428);
      image.setRGB(x, 1, (17 * x) << 24);
    }
    return image;
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatIsTurnedAsItsExifOrientationSays(ExifOrientation orientation) throws IOException {
    BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.fillRect(0, 0, 40, 24);
    graphics.clearRect(0, 0, 8, 8);
    graphics.dispose();
    int value = Arrays.asList(ExifOrientation.values()).indexOf(orientation) + 1;

    GrayImage jpeg =
        GrayImage.decode(
            EncodedPictures.withOrientation(EncodedPictures.encode(image, "jpeg"), value));
    byte[] png = EncodedPictures.pngWithOrientation(EncodedPictures.encode(image, "png"), value);
    byte[] webp = EncodedPictures.webpWithOrientation(image, value);

    for (byte[] encoded : new byte[][] {png, webp}) {
      assertCornersAlike(GrayImage.decode(encoded), jpeg);
      assertCornersAlike(ColorImage.decode(encoded).toGray(), jpeg);
    }
  }

  private static void assertCornersAlike(GrayImage actual, GrayImage expected) {
    assertThat(actual).hasToString(expected.toString());
    for (int x : new int[] {0, expected.width() - 1}) {
      for (int y : new int[] {0, expected.height() - 1}) {
        assertThat(actual.at(x, y)).isCloseTo(expected.at(x, y), within(8));
      }
    }
  }

  @Test
  void anExifBlockOfNonsenseLeavesThePictureAsItIs() throws IOException {
    byte[] png = EncodedPictures.encode(EncodedPictures.colours(5, 4), "png");
    byte[] nonsense = EncodedPictures.chunk("eXIf", new byte[] {'I', 'I', '*', 0, -1, -1, -1, -1});

    assertThat(ColorImage.decode(EncodedPictures.splice(png, 33, nonsense)))
        .isEqualTo(ColorImage.decode(png));
  }

  @Test
  void ofAnAnimationTheFirstFrameIsRead() throws IOException {
    BufferedImage first = EncodedPictures.colours(6, 4);
    ColorImage expected = ColorImage.of(first);

    byte[] webp = EncodedPictures.animatedWebp(first, EncodedPictures.colours(6, 4));
    byte[] png = EncodedPictures.animatedPng(EncodedPictures.encode(first, "png"));

    assertThat(ColorImage.decode(webp)).isEqualTo(expected);
    assertThat(ColorImage.decode(png)).isEqualTo(expected);
    assertAlike(GrayImage.decode(webp), expected.toGray());
  }

  private static void assertAlike(GrayImage actual, GrayImage expected) {
    assertAlike(ColorImage.of(actual), ColorImage.of(expected), 1);
  }

  @Test
  void inksOfAdobeAreColours() throws IOException {
    // Adobe stores inks inverted: 255 is none.
    byte[] white = EncodedPictures.adobeCmyk(255, 255, 255, 255);
    byte[] black = EncodedPictures.adobeCmyk(255, 255, 255, 0);
    byte[] cyan = EncodedPictures.adobeCmyk(0, 255, 255, 255);

    assertThat(middle(white)).satisfies(rgb -> near(rgb, 255, 255, 255));
    assertThat(middle(black)).satisfies(rgb -> near(rgb, 0, 0, 0));
    assertThat(middle(cyan)).satisfies(rgb -> near(rgb, 0, 255, 255));
    assertThat(GrayImage.decode(cyan).at(8, 8)).isCloseTo(179, within(3));
  }

  private static int[] middle(byte[] encoded) throws IOException {
    byte[] row = ColorImage.decode(encoded).rows(8, 1);
    return new int[] {row[24] & 0xff, row[25] & 0xff, row[26] & 0xff};
  }

  private static void near(int[] actual, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(3));
    }
  }

  @Test
  void inksWithoutAdobesMarkAreRefused() {
    assertThatThrownBy(() -> ColorImage.decode(EncodedPictures.cmyk(0, 0, 0, 0)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("made of four inks without Adobe's mark")
        .hasMessageEndingWith("save it in RGB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIF89a......", "%PDF-1.7....", "....ftypheic", "....ftypavif"})
  void foreignFormatsAreRefusedByName(String beginning) {
    byte[] file = beginning.getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> ColorImage.decode(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageMatching(
            "picture in memory: of the format (GIF|PDF|HEIC|AVIF), which is not read;"
                + " save it as PNG or JPEG");
  }

  @Test
  void what30000x30000ClaimsToBeIsRefusedByItsHeader() {
    byte[] png = EncodedPictures.png(30_000, 30_000, 8, 2, new byte[0], new byte[1000]);

    assertThatThrownBy(() -> ColorImage.decode(png))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the PNG picture is 30000 x 30000; it must have at least 1");
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> ColorImage.decode(png)).isInstanceOf(MalformedFileException.class);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as("bytes, where the picture would take 2.7 billion")
        .isLessThan(10_000_000);
  }

  @Test
  void namesOfAllLengthsAreNamed(@TempDir Path folder) throws IOException {
    byte[] png = EncodedPictures.encode(EncodedPictures.colours(5, 4), "png");
    Path accented = folder.resolve("zahl-\u00fc-\u4e03.png");
    Files.write(accented, png);
    Path longest = folder.resolve("x".repeat(251) + ".png");
    Files.write(longest, png);
    Path tooLong = folder.resolve("x".repeat(300) + ".png");

    assertThat(ColorImage.read(accented)).isEqualTo(ColorImage.decode(png));
    assertThat(ColorImage.read(longest)).isEqualTo(ColorImage.decode(png));
    assertThatThrownBy(() -> ColorImage.read(tooLong))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(tooLong.toString());
  }

  private static void assertAlike(ColorImage actual, ColorImage expected, int tolerance) {
    assertThat(actual).hasToString(expected.toString());
    byte[] one = actual.rows(0, actual.height());
    byte[] other = expected.rows(0, expected.height());
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i] & 0xff).as("byte %d", i).isCloseTo(other[i] & 0xff, within(tolerance));
    }
  }
}
