package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Four bars of 10 rows each: above the middle they are drawn out, below it drawn together. */
  @Test
  void balanceMovesRowsAndKeepsTheHeight() {
    float[] bars = new float[2 * 80];
    for (int y = 0; y < 80; y++) {
      Arrays.fill(bars, 2 * y, 2 * y + 2, y / 10 % 2 == 0 ? 1 : 0);
    }
    InkField field = new InkField(2, 80, bars);

    assertThat(runs(field)).containsExactly(10, 10, 10, 10, 10, 10, 10, 10);
    assertThat(field.balanced(0)).isSameAs(field);
    // Of the height h, the share ln(1 + s (e^a - 1)) / a lies above the share s before.
    assertThat(runs(field.balanced(1))).containsExactly(16, 13, 11, 10, 8, 8, 7, 7);
    assertThat(runs(field.balanced(-1))).containsExactly(7, 7, 8, 8, 10, 11, 13, 16);
  }

  private static List<Integer> runs(InkField field) {
    List<Integer> runs = new ArrayList<>();
    for (int y = 0; y < field.height(); y++) {
      if (y == 0 || field.isInk(0, y) != field.isInk(0, y - 1)) {
        runs.add(0);
      }
      runs.set(runs.size() - 1, runs.get(runs.size() - 1) + 1);
    }
    return runs;
  }

  @Test
  void anErasedStrokeLeavesTheRestAsItIs() {
    InkField rest = STEM.without(List.of(PenStroke.between(-5, 20, 20, 20, 0)), 3.2);

    for (int y = 0; y < rest.height(); y++) {
      assertThat(rest.isInk(4, y)).as("row " + y).isEqualTo(Math.abs(y - 20) > 3);
    }
    assertThat(STEM.isInk(4, 20)).as("the stem itself").isTrue();
  }

  @Test
  void aDotIsNearToItsPlaceAlone() {
    assertThat(PenStroke.at(3, 4).distance(0, 0)).isCloseTo(5, within(1e-9));
    assertThat(PenStroke.at(3, 4).moved(2, 8).distance(0, 0)).isCloseTo(13, within(1e-9));
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
