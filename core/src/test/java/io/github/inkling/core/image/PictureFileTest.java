package io.github.inkling.core.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFileTest {
  private static final BufferedImage[] PAGES = {
    EncodedPictures.colours(5, 4), EncodedPictures.colours(9, 9), EncodedPictures.colours(2, 7)
  };

  @TempDir private Path folder;

  @Test
  void aTiffHasPagesOfTheirOwnSizes() throws IOException {
    PictureFile file = PictureFile.read(write(EncodedPictures.tiffOf(PAGES)));

    assertThat(file.pages()).isEqualTo(3);
    for (int i : new int[] {2, 0, 1, 2}) {
      assertThat(file.pixels(i)).isEqualTo((long) PAGES[i].getWidth() * PAGES[i].getHeight());
      assertThat(file.page(i)).isEqualTo(ColorImage.of(PAGES[i]));
      assertThat(file.name(i)).endsWith("scan.tif#" + (i + 1));
    }
  }

  @Test
  void otherPicturesHaveOnePage() throws IOException {
    for (String format : new String[] {"png", "bmp", "tiff"}) {
      Path path = write(EncodedPictures.encode(PAGES[0], format));
      PictureFile file = PictureFile.read(path);

      assertThat(file.pages()).isEqualTo(1);
      assertThat(file.page(0)).isEqualTo(ColorImage.of(PAGES[0]));
      assertThat(file.name(0)).isEqualTo(path.toString());
      assertThatThrownBy(() -> file.page(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void bytesInMemoryHavePagesToo() throws IOException {
    byte[] tiff = EncodedPictures.tiffOf(PAGES);
    byte[] before = tiff.clone();

    PictureFile file = PictureFile.of(tiff, "upload");

    assertThat(file.page(2)).isEqualTo(ColorImage.of(PAGES[2]));
    assertThat(file.name(2)).isEqualTo("upload#3");
    assertThat(tiff).as("the caller's bytes").isEqualTo(before);
    PictureFile broken = PictureFile.of(new byte[] {1, 2, 3}, "upload");
    assertThatThrownBy(() -> broken.pixels(0))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("upload: not a picture");
  }

  @Test
  void directoriesThatLeadBackAreRefused() throws IOException {
    byte[] tiff = EncodedPictures.tiffOf(PAGES);
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(order(tiff));
    bytes.putInt(nextField(bytes, directory(bytes, 2)), directory(bytes, 1));

    Path path = write(tiff);
    assertThatThrownBy(() -> PictureFile.read(path))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            "%s: the TIFF picture is damaged: after 3 pages it leads back to the directory at byte %d"
                .formatted(path, directory(bytes, 1)));
    assertThat(GrayImage.read(path)).as("the first page is whole").isNotNull();
  }

  @Test
  void aPageIsRefusedByItsOwnDirectoryAndTheOthersAreRead() throws IOException {
    byte[] tiff = EncodedPictures.tiffOf(PAGES);
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(order(tiff));
    int second = directory(bytes, 1);
    for (int i = 0; i < bytes.getShort(second); i++) {
      int field = second + 2 + 12 * i;
      int tag = bytes.getShort(field);
      if (tag == 256 || tag == 257) {
        bytes.putShort(field + 2, (short) 4).putInt(field + 8, 30_000);
      }
    }

    PictureFile file = PictureFile.read(write(tiff));

    assertThatThrownBy(() -> file.page(1))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("scan.tif#2: the TIFF picture is 30000 x 30000; it must have");
    assertThatThrownBy(() -> file.pixels(1)).isInstanceOf(MalformedFileException.class);
    assertThat(file.page(2)).isEqualTo(ColorImage.of(PAGES[2]));
  }

  @Test
  void aChainThatIsCutOffIsRefused() throws IOException {
    byte[] tiff = EncodedPictures.tiffOf(PAGES);
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(order(tiff));
    Path path = write(Arrays.copyOf(tiff, directory(bytes, 2) + 20));

    assertThatThrownBy(() -> PictureFile.read(path))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("is cut off");
  }

  @Test
  void smallerCopiesOfAPageAreNoPages() throws IOException {
    byte[] tiff = EncodedPictures.tiffOf(PAGES);
    ByteBuffer bytes = ByteBuffer.wrap(tiff).order(order(tiff));
    int field = directory(bytes, 1) + 2;
    // Its first field is the width, or already the subfile type.
    bytes.putShort(field, (short) 254).putShort(field + 2, (short) 4).putInt(field + 4, 1);
    bytes.putInt(field + 8, 1);

    PictureFile file = PictureFile.read(write(tiff));

    assertThat(file.pages()).isEqualTo(2);
    assertThat(file.page(1)).isEqualTo(ColorImage.of(PAGES[2]));
  }

  @Test
  void whatIsNoPictureIsRefusedWhenItsPageIsAskedFor() throws IOException {
    Path path = write(new byte[0]);

    assertThat(PictureFile.read(path).pages()).isEqualTo(1);
    assertThatThrownBy(() -> PictureFile.read(path).page(0))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("empty, so not a picture");
    assertThatThrownBy(() -> PictureFile.read(folder.resolve("missing.tif")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void picturesBeginAsSuchWhateverTheyAreCalled() throws IOException {
    BufferedImage image = EncodedPictures.colours(5, 4);
    for (String format : List.of("png", "jpeg", "bmp", "tiff", "gif")) {
      Path file = Files.write(folder.resolve(format), EncodedPictures.encode(image, format));
      assertThat(PictureFile.beginsAsPicture(file)).as(format).isTrue();
    }
    assertThat(PictureFile.beginsAsPicture(write(EncodedPictures.webp(image, 80)))).isTrue();
    assertThat(PictureFile.beginsAsPicture(write(new byte[0]))).isFalse();
    assertThat(PictureFile.beginsAsPicture(write("{\"a\": 1}".getBytes(UTF_8)))).isFalse();
  }

  /** 40 x 30, of which libjpeg leaves 20 x 15, 10 x 8 and 5 x 4. */
  @ParameterizedTest
  @CsvSource({"41, 40, 30", "40, 40, 30", "21, 40, 30", "20, 20, 15", "10, 10, 8", "1, 5, 4"})
  void aJpegIsReducedAsLongAsItsLongerSideIsLongEnough(int longerSide, int width, int height)
      throws IOException {
    PictureFile file =
        PictureFile.read(write(EncodedPictures.encode(EncodedPictures.colours(40, 30), "jpeg")));

    ReducedImage reduced = file.reducedPage(0, longerSide);

    assertThat(reduced.image().width()).isEqualTo(width);
    assertThat(reduced.image().height()).isEqualTo(height);
    assertThat(reduced.width()).isEqualTo(40);
    assertThat(reduced.height()).isEqualTo(30);
    assertThat(reduced.isWhole()).isEqualTo(width == 40);
    // The colours run evenly from 0 to 255, so that a pixel is as bright as its place.
    assertThat(reduced.image().rows(height / 2, 1)[3 * (width / 2)] & 0xff)
        .isCloseTo(255 * (width / 2 * 2 + 1) / (2 * width), within(8));
  }

  @ParameterizedTest
  @CsvSource({"1, 41, 30, 21, 15", "3, 41, 30, 21, 15", "6, 30, 41, 15, 21", "8, 30, 41, 15, 21"})
  void aReducedPictureKnowsItsSizeAsTheCameraWasHeld(
      int orientation, int fullWidth, int fullHeight, int width, int height) throws IOException {
    byte[] jpeg = EncodedPictures.encode(EncodedPictures.colours(41, 30), "jpeg");
    Path path = write(EncodedPictures.withOrientation(jpeg, orientation));

    ReducedImage reduced = PictureFile.read(path).reducedPage(0, 20);

    assertThat(reduced.width()).isEqualTo(fullWidth);
    assertThat(reduced.height()).isEqualTo(fullHeight);
    assertThat(reduced.image().width()).isEqualTo(width);
    assertThat(reduced.image().height()).isEqualTo(height);
    GrayImage whole = GrayImage.read(path);
    GrayImage small = reduced.image().toGray();
    for (int y : new int[] {2, height - 3}) {
      for (int x : new int[] {2, width - 3}) {
        assertThat(small.at(x, y)).isCloseTo(whole.at(2 * x, 2 * y), within(12));
      }
    }
  }

  @Test
  void sidesThatWouldBecomeEqualAreKeptApart() throws IOException {
    byte[] jpeg = EncodedPictures.encode(EncodedPictures.colours(40, 39), "jpeg");

    ReducedImage turned =
        PictureFile.read(write(EncodedPictures.withOrientation(jpeg, 6))).reducedPage(0, 20);

    assertThat(turned.width()).isEqualTo(39);
    assertThat(turned.height()).isEqualTo(40);
    Path square = write(EncodedPictures.encode(EncodedPictures.colours(40, 40), "jpeg"));
    assertThat(PictureFile.read(square).reducedPage(0, 20).image().width()).isEqualTo(20);
  }

  @Test
  void otherFormatsAreNotReduced() throws IOException {
    for (String format : List.of("png", "bmp", "tiff")) {
      PictureFile file = PictureFile.read(write(EncodedPictures.encode(PAGES[0], format)));

      assertThat(file.reducedPage(0, 1)).isEqualTo(ReducedImage.whole(file.page(0)));
    }
  }

  @Test
  void whatMayNotBeDecodedInFullMayNotBeReducedEither() throws IOException {
    byte[] jpeg = EncodedPictures.encode(EncodedPictures.colours(40, 30), "jpeg");
    PictureFile cut = PictureFile.read(write(Arrays.copyOf(jpeg, jpeg.length - 2)));
    assertThatThrownBy(() -> cut.reducedPage(0, 10))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("is cut off");
    int frame = 0;
    while ((jpeg[frame] & 0xff) != 0xff || (jpeg[frame + 1] & 0xff) != 0xc0) {
      frame++;
    }
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 30_000).putShort(frame + 7, (short) 30_000);

    PictureFile huge = PictureFile.read(write(jpeg));

    assertThatThrownBy(() -> huge.reducedPage(0, 10))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("is 30000 x 30000; it must have");
    assertThatThrownBy(() -> huge.reducedPage(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("longerSide must be at least 1, but is 0");
  }

  @Test
  void aReducedPictureIsNotLargerThanTheWhole() {
    ColorImage image = ColorImage.of(PAGES[0]);

    assertThatThrownBy(() -> new ReducedImage(image, 5, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the full size must be at least 5 x 4, that of the reduced picture, but is 5 x 3");
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("scan.tif"), bytes);
  }

  private static ByteOrder order(byte[] tiff) {
    return tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  private static int directory(ByteBuffer tiff, int page) {
    int at = tiff.getInt(4);
    for (int i = 0; i < page; i++) {
      at = tiff.getInt(nextField(tiff, at));
    }
    return at;
  }

  private static int nextField(ByteBuffer tiff, int directory) {
    return directory + 2 + 12 * tiff.getShort(directory);
  }
}
