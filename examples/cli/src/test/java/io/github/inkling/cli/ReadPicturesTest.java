package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.dataset.LabeledDigits;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a picture is stored as, the same digits stand on it; what is none is told in a line. */
class ReadPicturesTest {
  private static final LabeledDigits DIGITS = SmallMnist.digits(50_000, 50_005);
  private static final String TEXT = DigitSheet.text(DIGITS);
  private static final BufferedImage SHEET = DigitSheet.of(DIGITS);

  @TempDir Path folder;

  @Test
  void everyKindOfPixelIsRead() throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("read"));
    arguments.add(write("grey16.png", png(as(BufferedImage.TYPE_USHORT_GRAY))));
    arguments.add(write("rgb16.png", png(rgb16())));
    arguments.add(write("palette.png", png(palette())));
    arguments.add(write("alpha.png", png(inkOnNothing())));
    arguments.add(write("black-and-white.tif", encode(as(BufferedImage.TYPE_BYTE_BINARY), "tiff")));
    arguments.add(write("inks.jpg", adobeCmyk()));
    arguments.add(write("a-png.jpg", png(SHEET)));
    arguments.add(write("no-extension", encode(SHEET, "bmp")));

    Invocation run = Invocation.of(arguments.toArray());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.errors()).isEmpty();
    List<String> expected = new ArrayList<>();
    for (Object file : arguments.subList(1, arguments.size())) {
      expected.add(file.toString());
      expected.add("  " + TEXT);
    }
    assertThat(run.out().lines()).containsExactlyElementsOf(expected);
  }

  @Test
  void aPhotographIsReadAsTheCameraWasHeld() throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("read"));
    for (int orientation = 1; orientation <= 8; orientation++) {
      arguments.add(
          write(
              "held-" + orientation + ".jpg",
              withOrientation(encode(stored(orientation), "jpeg"), orientation)));
    }
    Path json = folder.resolve("pages.json");
    arguments.addAll(List.of("--json", json));

    Invocation run = Invocation.of(arguments.toArray());

    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode images = new ObjectMapper().readTree(json.toFile()).path("images");
    assertThat(images).hasSize(8);
    assertThat(images)
        .allSatisfy(
            image -> {
              assertThat(image.at("/lines/0/text").asText()).isEqualTo(TEXT);
              assertThat(image.path("rotation").asInt()).as("nothing is left to find").isZero();
              assertThat(image.path("width").asInt()).isEqualTo(SHEET.getWidth());
            });
  }

  @Test
  void aLargePhotographIsReadAndDrawnInItsOwnPixels() throws IOException {
    int width = 4 * SHEET.getWidth() + 2;
    int height = 4 * SHEET.getHeight() + 2;
    BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.drawImage(SHEET, 0, 0, width, height, null);
    graphics.dispose();
    Path photograph = write("large.jpg", encode(large, "jpeg"));
    Path plain = folder.resolve("plain.json");
    Path drawn = folder.resolve("drawn.json");

    Invocation.of("read", photograph, "--json", plain);
    Invocation run = Invocation.of("read", photograph, "--json", drawn, "--annotate", folder);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(drawn).as("drawing changes nothing").hasSameTextualContentAs(plain);
    BufferedImage picture = ImageIO.read(folder.resolve("large.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isGreaterThanOrEqualTo(height);
    JsonNode image = new ObjectMapper().readTree(plain.toFile()).path("images").path(0);
    assertThat(image.path("width").asInt()).isEqualTo(width);
    assertThat(image.path("height").asInt()).isEqualTo(height);
    assertThat(image.at("/lines/0/text").asText()).isEqualTo(TEXT);
    Path small = folder.resolve("small.json");
    Invocation.of("read", write("small.png", png(SHEET)), "--json", small);
    JsonNode expected = new ObjectMapper().readTree(small.toFile()).at("/images/0/lines/0/digits");
    for (int i = 0; i < TEXT.length(); i++) {
      for (int side = 0; side < 4; side++) {
        int measured = image.at("/lines/0/digits/%d/box/%d".formatted(i, side)).asInt();
        int scaled = 4 * expected.at("/%d/box/%d".formatted(i, side)).asInt();
        assertThat(measured).as("x, y, width or height").isCloseTo(scaled, within(12));
      }
    }
  }

  @Test
  void jsonHasEveryLineAndDigit() throws IOException {
    Path json = folder.resolve("pages.json");

    Invocation run = Invocation.of("read", write("sheet.png", png(SHEET)), "--json", json);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).as("progress goes elsewhere").doesNotContain("Reading", "\r", "\u001b");
    JsonNode image = new ObjectMapper().readTree(json.toFile()).path("images").path(0);
    assertThat(image.fieldNames())
        .toIterable()
        .containsExactly("file", "width", "height", "rotation", "lines", "dropped");
    JsonNode line = image.path("lines").path(0);
    assertThat(line.fieldNames()).toIterable().containsExactly("text", "box", "digits");
    assertThat(line.path("text").asText()).isEqualTo(TEXT);
    assertBox(line.path("box"));
    assertThat(line.path("digits")).hasSize(TEXT.length());
    for (int i = 0; i < TEXT.length(); i++) {
      JsonNode digit = line.path("digits").path(i);
      assertThat(digit.fieldNames()).toIterable().containsExactly("label", "confidence", "box");
      assertThat(digit.path("label").isInt()).isTrue();
      assertThat(digit.path("label").asInt()).isEqualTo(TEXT.charAt(i) - '0');
      assertThat(digit.path("confidence").asDouble()).isBetween(0.1, 1.0);
      assertBox(digit.path("box"));
    }
  }

  private static void assertBox(JsonNode box) {
    assertThat(box).hasSize(4).allMatch(JsonNode::isInt);
    assertThat(box.get(0).asInt() + box.get(2).asInt()).isLessThanOrEqualTo(SHEET.getWidth());
    assertThat(box.get(1).asInt() + box.get(3).asInt()).isLessThanOrEqualTo(SHEET.getHeight());
  }

  @Test
  void whatIsNoWholePictureIsToldInALine() throws IOException {
    byte[] sound = png(SHEET);
    Path zero = write("zero.png", new byte[0]);
    Path cut = write("cut.png", Arrays.copyOf(sound, sound.length / 2));
    Path text = write("text.png", "no picture".getBytes(StandardCharsets.US_ASCII));
    Path gif = write("animated.gif", encode(SHEET, "gif"));
    Path huge = write("huge.png", BadInputTest.pngHeader(30_000, 30_000));
    Path good = write("good.png", sound);

    Invocation run = Invocation.of("read", zero, cut, text, gif, huge, good);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(good + "\n  " + TEXT + "\n");
    assertThat(run.errors()).hasSize(5);
    assertThat(run.errors().get(0)).contains(zero + ": empty");
    assertThat(run.errors().get(1)).contains(cut.toString(), "cut off");
    assertThat(run.errors().get(2)).contains(text + ": not a picture");
    assertThat(run.errors().get(3)).contains(gif.toString(), "GIF", "save it as PNG or JPEG");
    assertThat(run.errors().get(4)).contains(huge.toString(), "30000 x 30000");
    assertThat(run.err()).contains("1 of 6 pages are read, 5 could not be");
  }

  @Test
  void aPipeIsReadOnce() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Path sheet = write("sheet.png", png(SHEET));
    Process writer = new ProcessBuilder("sh", "-c", "cat '" + sheet + "' > '" + pipe + "'").start();

    Invocation run = Invocation.of("read", pipe);

    writer.waitFor();
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(pipe + "\n  " + TEXT + "\n");
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aFolderIsReadWithoutItsPipes() throws Exception {
    Path scans = Files.createDirectory(folder.resolve("scans"));
    Path pipe = scans.resolve("pipe.png");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Path link = Files.createSymbolicLink(scans.resolve("link.png"), write("sheet.png", png(SHEET)));
    Path nowhere = Files.createSymbolicLink(scans.resolve("nowhere.png"), Path.of("gone.png"));

    Invocation run = Invocation.of("read", scans);

    assertThat(run.out()).isEqualTo(link + "\n  " + TEXT + "\n");
    assertThat(run.errors()).singleElement().asString().contains(nowhere + ": no such file");
  }

  @Test
  void aPixelIsAPageWithoutDigits() throws IOException {
    BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Path white = write("pixel.png", png(pixel));
    Path drawn = folder.resolve("drawn");

    Invocation run =
        Invocation.of("read", white, "--annotate", drawn, "--explain", folder.resolve("stages"));

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(white + ": no digits\n");
    assertThat(ImageIO.read(drawn.resolve("pixel.png").toFile())).isNotNull();
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return encode(image, "png");
  }

  private static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static BufferedImage as(int type) {
    BufferedImage image = new BufferedImage(SHEET.getWidth(), SHEET.getHeight(), type);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(SHEET, 0, 0, null);
    graphics.dispose();
    return image;
  }

  private static BufferedImage rgb16() {
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            BufferedImage.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster =
        colours.createCompatibleWritableRaster(SHEET.getWidth(), SHEET.getHeight());
    for (int y = 0; y < SHEET.getHeight(); y++) {
      for (int x = 0; x < SHEET.getWidth(); x++) {
        int level = 257 * (SHEET.getRGB(x, y) & 0xff);
        raster.setPixel(x, y, new int[] {level, level, level});
      }
    }
    return new BufferedImage(colours, raster, false, null);
  }

  /** Black ink; paper is another black, which the palette declares transparent. */
  private static BufferedImage palette() {
    byte[] black = {0, 0};
    IndexColorModel colours = new IndexColorModel(1, 2, black, black, black, 1);
    BufferedImage image =
        new BufferedImage(
            SHEET.getWidth(), SHEET.getHeight(), BufferedImage.TYPE_BYTE_BINARY, colours);
    for (int y = 0; y < SHEET.getHeight(); y++) {
      for (int x = 0; x < SHEET.getWidth(); x++) {
        boolean isPaper = (SHEET.getRGB(x, y) & 0xff) > 127;
        image.getRaster().setSample(x, y, 0, isPaper ? 1 : 0);
      }
    }
    return image;
  }

  /** Black everywhere: only the opacity tells ink from paper. */
  private static BufferedImage inkOnNothing() {
    BufferedImage image =
        new BufferedImage(SHEET.getWidth(), SHEET.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < SHEET.getHeight(); y++) {
      for (int x = 0; x < SHEET.getWidth(); x++) {
        image.setRGB(x, y, new Color(0, 0, 0, 255 - (SHEET.getRGB(x, y) & 0xff)).getRGB());
      }
    }
    return image;
  }

  /** Black ink alone, which Adobe stores inverted, as it does the others. */
  private static byte[] adobeCmyk() throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, SHEET.getWidth(), SHEET.getHeight(), 4, null);
    for (int y = 0; y < SHEET.getHeight(); y++) {
      for (int x = 0; x < SHEET.getWidth(); x++) {
        raster.setPixel(x, y, new int[] {255, 255, 255, SHEET.getRGB(x, y) & 0xff});
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(encoded)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    ByteBuffer mark = ByteBuffer.allocate(16).putShort((short) 0xffee).putShort((short) 14);
    mark.put("Adobe".getBytes(StandardCharsets.US_ASCII)).putShort((short) 100);
    return splice(encoded.toByteArray(), mark.array());
  }

  /** The pixels that a camera stores if they must be turned so to stand upright. */
  private static BufferedImage stored(int orientation) {
    int width = SHEET.getWidth();
    int height = SHEET.getHeight();
    boolean isTurned = orientation >= 5;
    BufferedImage stored =
        new BufferedImage(
            isTurned ? height : width, isTurned ? width : height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int right = width - 1 - x;
        int below = height - 1 - y;
        int[] place =
            switch (orientation) {
              case 2 -> new int[] {right, y};
              case 3 -> new int[] {right, below};
              case 4 -> new int[] {x, below};
              case 5 -> new int[] {y, x};
              case 6 -> new int[] {y, right};
              case 7 -> new int[] {below, right};
              case 8 -> new int[] {below, x};
              default -> new int[] {x, y};
            };
        stored.setRGB(place[0], place[1], SHEET.getRGB(x, y));
      }
    }
    return stored;
  }

  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation);
    return splice(jpeg, exif.array());
  }

  /** A JPEG with another segment before the others. */
  private static byte[] splice(byte[] jpeg, byte[] segment) {
    return ByteBuffer.allocate(jpeg.length + segment.length)
        .put(jpeg, 0, 2)
        .put(segment)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
