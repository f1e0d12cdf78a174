package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.page.PageDistortion.Strength;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageGeneratorTest {
  private static final double SCALE = 0.4;
  private static final PageGenerator GENERATOR = generator(1);

  @Test
  void theSameSeedGivesTheSamePage() {
    TestPage page = GENERATOR.page(PageDistortion.BAD_PHOTO, Strength.MEDIUM, 3);

    assertThat(generator(1).page(PageDistortion.BAD_PHOTO, Strength.MEDIUM, 3)).isEqualTo(page);
    assertThat(generator(2).page(PageDistortion.BAD_PHOTO, Strength.MEDIUM, 3)).isNotEqualTo(page);
    assertThat(GENERATOR.page(PageDistortion.BAD_PHOTO, Strength.MEDIUM, 4)).isNotEqualTo(page);
  }

  @ParameterizedTest
  @EnumSource(
      value = PageDistortion.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "LARGE_PICTURE"})
  void everyDistortionChangesThePicture(PageDistortion distortion) {
    TestPage clean = GENERATOR.page(PageDistortion.NONE, Strength.MEDIUM, 0);

    TestPage page = GENERATOR.page(distortion, Strength.MEDIUM, 0);
    assertThat(page.picture()).isNotEqualTo(clean.picture());
    assertThat(page.lines()).isNotEmpty().allMatch(line -> line.matches("[0-9]{3,10}"));
  }

  @Test
  void whatHappensToThePictureLeavesItsDigitsAlone() {
    List<String> lines = GENERATOR.page(PageDistortion.NONE, Strength.MEDIUM, 0).lines();

    assertThat(GENERATOR.page(PageDistortion.SHADOW, Strength.STRONG, 0).lines()).isEqualTo(lines);
    assertThat(GENERATOR.page(PageDistortion.ROTATION, Strength.WEAK, 0).lines()).isEqualTo(lines);
    assertThat(GENERATOR.page(PageDistortion.TOUCHING, Strength.WEAK, 0).lines())
        .hasSameSizeAs(lines);
  }

  @Test
  void aPageTurnedOnceIsAsWideAsItWasHigh() {
    TestPage page = GENERATOR.page(PageDistortion.TURNED_90, Strength.MEDIUM, 0);

    assertThat(page.picture().width()).isEqualTo((int) (SCALE * PageStyle.HEIGHT));
    assertThat(page.picture().height()).isEqualTo((int) (SCALE * PageStyle.WIDTH));
  }

  @Test
  void digitsHaveTheHeightThatWasAskedFor() {
    Glyph glyph = Glyph.of(bar(), 60, 1);

    assertThat(glyph.height()).isBetween(58, 64);
    assertThat(glyph.width()).isBetween(10, 15);
  }

  @Test
  void aThinPenDrawsTheMiddleOfAStrokeAndAFeltTipMore() {
    int thin = Glyph.of(bar(), 60, 0.3).width();
    int felt = Glyph.of(bar(), 60, 1.5).width();

    assertThat(thin).isBetween(2, 6);
    assertThat(felt).isGreaterThan(Glyph.of(bar(), 60, 1).width() + 3);
  }

  @Test
  void aCutLeavesTwoPieces() {
    Glyph glyph = Glyph.of(bar(), 60, 1).cut(Math.PI / 2, 6);

    int middle = glyph.height() / 2;
    assertThat(IntStream.range(0, glyph.width()).mapToDouble(x -> glyph.at(x, middle)).sum())
        .isZero();
    assertThat(glyph.at(glyph.width() / 2, middle / 2)).isEqualTo(1);
  }

  @Test
  void picturesAndLabelsMustBeAsMany() {
    assertThatThrownBy(() -> new PageGenerator(List.of(bar()), new int[2], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 pictures and 2 labels");
  }

  private static PageGenerator generator(long seed) {
    return new PageGenerator(List.of(bar(), ring()), new int[] {1, 0}, seed, SCALE);
  }

  /** A one: 4 pixels wide and 20 high. */
  private static GrayImage bar() {
    byte[] pixels = new byte[28 * 28];
    for (int y = 4; y < 24; y++) {
      for (int x = 12; x < 16; x++) {
        pixels[28 * y + x] = (byte) 255;
      }
    }
    return GrayImage.of(28, 28, pixels);
  }

  /** A zero. */
  private static GrayImage ring() {
    byte[] pixels = new byte[28 * 28];
    for (int y = 0; y < 28; y++) {
      for (int x = 0; x < 28; x++) {
        double distance = Math.hypot(x - 13.5, y - 13.5);
        pixels[28 * y + x] = (byte) (distance < 10 && distance > 7 ? 255 : 0);
      }
    }
    return GrayImage.of(28, 28, pixels);
  }
}
