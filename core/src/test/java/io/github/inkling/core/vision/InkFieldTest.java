package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkFieldTest {
  /** A stem of 4 x 20 pixels in a digit. */
  private static final InkField STEM = InkField.of(stem(), 0, 0);

  @Test
  void theBoxOfTheInkIsOnAFinerGrid() {
    assertThat(STEM.width()).isEqualTo(4 * InkField.FINE);
    assertThat(STEM.height()).isEqualTo(20 * InkField.FINE);
  }

  @Test
  void aMarginIsPaper() {
    InkField field = InkField.of(stem(), 0, 3);

    assertThat(field.width()).isEqualTo(STEM.width() + 6);
    assertThat(field.height()).isEqualTo(STEM.height() + 6);
    assertThat(field.isInk(2, 10)).isFalse();
    assertThat(field.isInk(3, 10)).isTrue();
  }

  @Test
  void aSlantMovesTheTopToTheRight() {
    InkField field = InkField.of(stem(), 0.5, 0);

    assertThat(field.width()).isCloseTo(STEM.width() + STEM.height() / 2, within(2));
    assertThat(field.isInk(field.width() - 2, 0)).as("top right").isTrue();
    assertThat(field.isInk(1, field.height() - 1)).as("bottom left").isTrue();
    assertThat(field.isInk(1, 0)).as("top left").isFalse();
  }

  @Test
  void theWidthOfAStrokeIsTwiceItsAreaByItsPerimeter() {
    // 8 x 40 pixels: 2 * 320 / (pi / 4 * 96)
    assertThat(STEM.strokeWidth()).isCloseTo(8.49, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 4, 6, 10, 14})
  void anotherPenWritesAsWideAsIsAsked(double wanted) {
    InkField written = STEM.written(8, wanted, List.of());

    int middle = written.height() / 2;
    double ink = 0;
    for (int x = 0; x < written.width(); x++) {
      ink += written.levels()[middle * written.width() + x];
    }
    assertThat(ink).isCloseTo(wanted, within(wanted < 8 ? 1.1 : 1e-3));
  }

  @Test
  void aHairlineIsNotInterrupted() {
    InkField hairline = STEM.written(8, 1.5, List.of()).cropped(0);

    assertThat(hairline.height()).isGreaterThan(STEM.height() - 12);
    for (int y = 0; y < hairline.height(); y++) {
      float most = 0;
      for (int x = 0; x < hairline.width(); x++) {
        most = Math.max(most, hairline.levels()[y * hairline.width() + x]);
      }
      assertThat(most).as("row " + y).isGreaterThanOrEqualTo(0.5f);
    }
  }

  @Test
  void aStrokeMayReachOutOfTheField() {
    PenStroke foot = PenStroke.between(-20, 38, 30, 38, 0);

    InkField written = STEM.written(8, 8, List.of(foot)).cropped(0);

    assertThat(written.width()).as("50 and the pen's two halves").isCloseTo(58, within(1));
    assertThat(written.isInk(0, written.height() - 5)).isTrue();
  }

  @Test
  void placesHaveDistancesToStrokes() {
    PenStroke straight = PenStroke.between(0, 0, 10, 0, 0);

    assertThat(straight.distance(5, 3)).isCloseTo(3, within(1e-9));
    assertThat(straight.distance(13, 4)).as("beyond the end").isCloseTo(5, within(1e-9));
    assertThat(PenStroke.between(0, 0, 10, 0, 0.1).top()).as("bent upwards").isBetween(-1.0, -0.9);
  }

  private static DigitImage stem() {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int y = 4; y < 24; y++) {
      for (int x = 12; x < 16; x++) {
        pixels[y * DigitImage.SIZE + x] = (byte) 255;
      }
    }
    return DigitImage.of(pixels);
  }
}
