package io.github.inkling.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNGs whose checksums are right, and all else may be wrong. */
class HostilePngTest {
  private static final byte[] NONE = {};
  private static final int GRAY = 0;
  private static final int PALETTE = 3;
  private static final int GRAY_ALPHA = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 0", "-1, 0", "4, 2", "16, 3", "4, 4", "8, 1", "8, 5", "8, 7", "2, 6"})
  void aDepthThatTheColourTypeCannotHaveIsRefused(int depth, int colourType) {
    assertRefused(
        EncodedPictures.png(2, 1, depth, colourType, new byte[] {0, 0}, new byte[16]),
        "has %d bits per sample with colour type %d, which no PNG has"
            .formatted(depth & 0xff, colourType));
  }

  @ParameterizedTest
  @ValueSource(ints = {26, 27, 28})
  void unknownMethodsAreRefused(int at) {
    byte[] png = EncodedPictures.png(1, 1, 8, GRAY, NONE, new byte[2]);
    png[at] = 2;

    assertThatThrownBy(() -> GrayImage.decode(withChecksums(png)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("picture in memory: the PNG picture is of compression ");
  }

  @Test
  void rowsMustBeAsManyAsTheHeaderSays() {
    assertRefused(
        EncodedPictures.png(3, 4, 8, GRAY, NONE, new byte[15]),
        "is damaged: its pixels end too early");
    assertRefused(
        EncodedPictures.png(3, 4, 8, GRAY, NONE, new byte[17]),
        "is damaged: there are more pixels than its size has");
  }

  @Test
  void aFilterThatDoesNotExistIsRefused() {
    assertRefused(
        EncodedPictures.png(3, 2, 8, GRAY, NONE, new byte[] {0, 1, 2, 3, 5, 1, 2, 3}),
        "is damaged: a row has filter 5; expected 0 to 4");
  }

  @Test
  void pixelsThatDoNotInflateAreRefused() {
    byte[] png = EncodedPictures.png(3, 2, 8, GRAY, NONE, new byte[8]);
    png[41] ^= 0x0f;

    assertThatThrownBy(() -> GrayImage.decode(withChecksums(png)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(
            "picture in memory: the PNG picture is damaged: its pixels do not inflate (");
  }

  @Test
  void chunksOutOfOrderAreRefused() {
    byte[] png = EncodedPictures.png(1, 1, 8, GRAY, NONE, new byte[2]);
    byte[] header = Arrays.copyOfRange(png, 8, 33);

    assertRefused(
        EncodedPictures.splice(png, 33, header), "is damaged: chunk IHDR at byte 33 is misplaced");
  }

  @Test
  void aPaletteMustBeThere() {
    assertRefused(
        EncodedPictures.png(1, 1, 8, PALETTE, NONE, new byte[2]), "is damaged: it has no palette");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLTE", "tRNS"})
  void whatHasNoMeaningForAGreyPictureWithAlphaIsPassedOver(String chunk) throws IOException {
    byte[] png = EncodedPictures.png(1, 1, 8, GRAY_ALPHA, NONE, new byte[] {0, 77, -1});
    byte[] meaningless = EncodedPictures.chunk(chunk, new byte[5]);

    assertThat(GrayImage.decode(EncodedPictures.splice(png, 33, meaningless)).pixels())
        .containsExactly(77);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "5, 5", "9, 4", "33, 17"})
  void interlacedPicturesAreRead(int width, int height) throws IOException {
    BufferedImage image = EncodedPictures.colours(width, height);

    assertThat(GrayImage.decode(interlaced(image))).isEqualTo(GrayImage.decode(plain(image)));
  }

  @Test
  void damageWithRightChecksumsIsDecodedOrRefusedWithoutAWord()
      throws IOException, InterruptedException {
    assertThat(OtherProcess.run(DecodeDamaged.class, folder)).hasContent("survived");
  }

  /** Decodes PNGs of every kind, each with 400 kinds of damage to its chunks. */
  static final class DecodeDamaged {
    private DecodeDamaged() {}

    public static void main(String[] arguments) throws IOException {
      Random random = new Random(1);
      for (byte[] whole : kinds()) {
        for (int round = 0; round < 400; round++) {
          byte[] damaged = whole.clone();
          for (int i = 0; i <= round % 3; i++) {
            damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
          }
          try {
            GrayImage.decode(withChecksums(damaged));
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

  private static List<byte[]> kinds() throws IOException {
    List<byte[]> kinds = new ArrayList<>();
    kinds.add(plain(EncodedPictures.colours(30, 20)));
    kinds.add(interlaced(EncodedPictures.colours(13, 7)));
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_INT_ARGB
        }) {
      kinds.add(plain(new BufferedImage(5, 4, type)));
    }
    kinds.add(EncodedPictures.png(4, 2, 8, GRAY, new byte[] {0, 7}, new byte[10]));
    kinds.add(EncodedPictures.png(2, 2, 8, 2, new byte[] {0, 7, 0, 7, 0, 7}, new byte[14]));
    return kinds;
  }

  private static byte[] plain(BufferedImage image) {
    return EncodedPictures.encode(image, "png");
  }

  private static byte[] interlaced(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The same chunks, as far as their lengths make sense, with right checksums. */
  private static byte[] withChecksums(byte[] png) {
    byte[] mended = png.clone();
    ByteBuffer buffer = ByteBuffer.wrap(mended);
    int at = 8;
    while (at + 12 <= mended.length) {
      int length = buffer.getInt(at);
      if (length < 0 || length > mended.length - at - 12) {
        return mended;
      }
      byte[] data = Arrays.copyOfRange(mended, at + 8, at + 8 + length);
      String type = new String(mended, at + 4, 4, StandardCharsets.ISO_8859_1);
      buffer.put(at, EncodedPictures.chunk(type, data));
      at += 12 + length;
    }
    return mended;
  }

  private static void assertRefused(byte[] encoded, String problem) {
    assertThatThrownBy(() -> GrayImage.decode(encoded))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage("picture in memory: the PNG picture " + problem);
  }
}
