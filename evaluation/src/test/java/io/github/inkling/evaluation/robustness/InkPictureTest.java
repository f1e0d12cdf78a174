package io.github.inkling.evaluation.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.GrayImage;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InkPictureTest {
  @Test
  void paperIsTheMedianOfTheBorderAndInkTheOtherExtreme() {
    InkPicture picture =
        picture(
            4, 3, //
            200, 200, 10, 200, //
            200, 100, 0, 210, //
            200, 200, 200, 200);

    assertThat(picture.ink()).containsExactly(0, 0, 0.95f, 0, 0, 0.5f, 1, -0.05f, 0, 0, 0, 0);
  }

  @Test
  void lightInkIsInkAsWell() {
    InkPicture picture = picture(3, 3, 20, 20, 20, 20, 120, 20, 20, 70, 20);

    assertThat(picture.ink()).containsExactly(0, 0, 0, 0, 1, 0, 0, 0.5f, 0);
  }

  @Test
  void darkPaperMayHaveDarkerInkAndLightPaperLighter() {
    assertThat(picture(3, 3, 100, 100, 100, 100, 10, 100, 100, 100, 100).ink())
        .containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0);
    assertThat(picture(3, 3, 150, 150, 150, 150, 250, 150, 150, 150, 150).ink())
        .containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0);
  }

  @Test
  void ofTwoMedianPixelsPaperIsTheMean() {
    assertThat(picture(2, 2, 0, 10, 20, 100).ink())
        .containsExactly(-15 / 85f, -5 / 85f, 5 / 85f, 1);
  }

  @Test
  void lengthsGoByTheLongerSide() {
    assertThat(InkPicture.of(Strokes.blank(28, 14, 0)).unit()).isEqualTo(1);
    assertThat(InkPicture.of(Strokes.blank(28, 56, 0)).unit()).isEqualTo(2);
  }

  @Test
  void onePixelIsPaper() {
    assertThat(picture(1, 1, 255).ink()).containsExactly(0);
    assertThat(picture(1, 1, 0).ink()).containsExactly(0);
  }

  @Property
  void unchangedPicturesAreTheSame(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll long seed) {
    byte[] pixels = new byte[width * height];
    new Random(seed).nextBytes(pixels);
    GrayImage image = GrayImage.of(width, height, pixels);

    assertThat(InkPicture.of(image).toGrayImage()).isEqualTo(image);
  }

  private static InkPicture picture(int width, int height, int... levels) {
    byte[] pixels = new byte[levels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) levels[i];
    }
    return InkPicture.of(GrayImage.of(width, height, pixels));
  }
}
