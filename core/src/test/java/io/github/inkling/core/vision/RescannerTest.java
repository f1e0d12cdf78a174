package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RescannerTest {
  private static final NormalizerSettings NORMALIZER = NormalizerSettings.defaults();
  private static final DigitImage FOUR = new Normalizer(NORMALIZER).normalize(Drawing.four(40, 30));
  private static final DigitImage BLANK = DigitImage.of(new byte[DigitImage.PIXELS]);

  @Test
  void theSameCopyIsTheSamePictureAndAnotherIsNot() {
    Set<GrayImage> pictures = new HashSet<>();
    for (int number = 0; number < 10; number++) {
      for (int copy = 0; copy < 10; copy++) {
        DigitCopy wanted = new DigitCopy(FOUR, 4, number, copy);
        GrayImage picture = rescanner("", 1).picture(wanted);
        assertThat(picture).isEqualTo(rescanner("", 1).picture(wanted));
        pictures.add(picture);
      }
    }
    assertThat(pictures).hasSize(100);
    DigitCopy first = new DigitCopy(FOUR, 4, 0, 0);
    assertThat(rescanner("", 2).picture(first)).isNotEqualTo(rescanner("", 1).picture(first));
  }

  @Test
  void picturesAreOfTenToThirtyTwoPixelsAndTwoOfPaperAround() {
    assertSides("gaps=0", 10, 32);
  }

  @Test
  void gapsAreSeenAtSixteenToSixtyFourPixels() {
    assertSides("gaps=1", 16, 64);
  }

  private static void assertSides(String settings, int least, int most) {
    for (int copy = 0; copy < 200; copy++) {
      GrayImage picture = rescanner(settings, 1).picture(new DigitCopy(FOUR, 4, 0, copy));

      assertThat(Math.max(picture.width(), picture.height()) - 4).isBetween(least, most);
      assertThat(picture.at(0, 0)).isZero();
      assertThat(picture.at(picture.width() - 1, picture.height() - 1)).isZero();
    }
  }

  @Test
  void binaryPicturesAreBlackAndWhite() {
    for (int copy = 0; copy < 50; copy++) {
      GrayImage picture = rescanner("binary=1", 1).picture(new DigitCopy(FOUR, 4, 0, copy));

      for (byte pixel : picture.pixels()) {
        assertThat(pixel & 0xff).isIn(0, 255);
      }
    }
  }

  @Test
  void stretchedPicturesFillASquareOrAnUprightBox() {
    int squares = 0;
    for (int copy = 0; copy < 200; copy++) {
      GrayImage picture = rescanner("stretch=1", 1).picture(new DigitCopy(FOUR, 4, 0, copy));

      double width = picture.width() - 4;
      double height = picture.height() - 4;
      // Whole columns round the narrowest box of 10 rows, 0.55 times as wide as high.
      assertThat(width / height).isBetween(0.5, 1.0);
      squares += width == height ? 1 : 0;
    }
    assertThat(squares).isBetween(100, 150);
  }

  @Test
  void aThinStrokeStaysWholeInBlackAndWhite() {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int row = 4; row < 24; row++) {
      double column = 10 + 0.4 * (row - 4);
      pixels[row * DigitImage.SIZE + (int) column] = (byte) (255 * (1 - column % 1));
      pixels[row * DigitImage.SIZE + (int) column + 1] = (byte) (255 * (column % 1));
    }
    Rescanner bitmaps =
        rescanner("forms=0,balance=0,pen=0,slant=0,stretch=0,aspect=0,binary=1,twice=0,gaps=0", 1);
    int broken = 0;
    for (int copy = 0; copy < 100; copy++) {
      GrayImage picture = bitmaps.picture(new DigitCopy(DigitImage.of(pixels), 1, 0, copy));

      boolean isWhole = true;
      for (int y = 2; y < picture.height() - 2; y++) {
        boolean hasInk = false;
        for (int x = 0; x < picture.width(); x++) {
          hasInk |= picture.at(x, y) > 0;
        }
        isWhole &= hasInk;
      }
      broken += isWhole ? 0 : 1;
    }
    assertThat(broken).isLessThanOrEqualTo(5);
  }

  @Test
  void theScanOfABitmapHasItsStaircases() {
    String grey = "forms=0,balance=0,pen=0,slant=0,stretch=0,aspect=0,binary=0,gaps=0,twice=";
    double ofPaper = 0;
    double ofBitmaps = 0;
    for (int copy = 0; copy < 50; copy++) {
      DigitCopy four = new DigitCopy(FOUR, 4, 0, copy);
      DigitImage paper = normalize(rescanner(grey + 0, 1).picture(four));
      DigitImage bitmap = normalize(rescanner(grey + 1, 1).picture(four));
      ofPaper += Drawing.difference(paper, FOUR) / 50;
      ofBitmaps += Drawing.difference(bitmap, FOUR) / 50;
    }
    assertThat(ofBitmaps).isBetween(1.01 * ofPaper, 2 * ofPaper);
  }

  @Test
  void withoutAnyChangeTheDigitComesBackNearlyAsItWas() {
    Rescanner unchanged =
        rescanner(
            "share=1,forms=0,balance=0,pen=0,stretch=0,aspect=0,slant=0,binary=0,twice=0,gaps=0",
            1);

    for (DigitCopy copy : unchanged.rescan(copies(FOUR, 50))) {
      // At 10 x 10 pixels, some of it is lost.
      assertThat(Drawing.difference(copy.digit(), FOUR)).isBetween(0.0, 14.0);
    }
  }

  @Test
  void theShareIsThatOfTheCopies() {
    List<DigitCopy> copies = copies(FOUR, 1000);

    long changed =
        rescanner("share=0.3", 1).rescan(copies).stream()
            .filter(copy -> !copy.digit().equals(FOUR))
            .count();

    assertThat(changed).isBetween(250L, 350L);
    assertThat(rescanner("share=0", 1).rescan(copies)).isSameAs(copies);
  }

  @Test
  void copiesKeepTheirLabelsAndNumbers() {
    List<DigitCopy> rescanned = rescanner("share=1", 1).rescan(copies(FOUR, 20));

    for (int i = 0; i < 20; i++) {
      assertThat(rescanned.get(i)).isEqualTo(new DigitCopy(rescanned.get(i).digit(), 4, i, 3));
    }
  }

  @Test
  void aBlankPictureStaysBlank() {
    List<DigitCopy> blank = copies(BLANK, 3);

    assertThat(rescanner("share=1", 1).rescan(blank)).isEqualTo(blank);
    assertThatThrownBy(() -> rescanner("", 1).picture(blank.get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank");
  }

  private static DigitImage normalize(GrayImage picture) {
    return new Normalizer(NORMALIZER).normalize(picture);
  }

  private static List<DigitCopy> copies(DigitImage digit, int count) {
    return IntStream.range(0, count).mapToObj(i -> new DigitCopy(digit, 4, i, 3)).toList();
  }

  private static Rescanner rescanner(String settings, long seed) {
    return new Rescanner(RescanSettings.parse(settings), NORMALIZER, seed);
  }
}
