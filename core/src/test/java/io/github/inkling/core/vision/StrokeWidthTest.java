package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeWidthTest {
  private static final int SIZE = DigitImage.SIZE;

  @ParameterizedTest
  @ValueSource(doubles = {-1.5, -1, -0.25, 0, 0.1, 0.5, 1, 1.5, 2})
  void aBarOfFourColumnsGetsAsMuchWiderAsIsAsked(double pixels) {
    float[] bar = bar(12, 16, 0, SIZE);

    float[] changed = StrokeWidth.change(bar, pixels);

    for (int y = 1; y < SIZE - 1; y++) {
      double width = 0;
      for (int x = 0; x < SIZE; x++) {
        width += changed[y * SIZE + x] / 255;
      }
      assertThat(width).as("row " + y).isCloseTo(4 + pixels, within(1e-4));
    }
  }

  /** A staircase at 45 degrees: its area over its length is its width. */
  @Test
  void aDiagonalBarGetsWiderByAboutAsMuch() {
    float[] bar = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        bar[y * SIZE + x] = Math.abs(x - y) <= 3 ? 255 : 0;
      }
    }

    float[] changed = StrokeWidth.change(bar, 1);

    double ink = 0;
    for (int x = 0; x < SIZE; x++) {
      ink += (changed[14 * SIZE + x] - bar[14 * SIZE + x]) / 255;
    }
    assertThat(ink / Math.sqrt(2)).isCloseTo(1, within(0.1));
  }

  @Test
  void noChangeIsNone() {
    float[] bar = bar(3, 8, 5, 20);

    assertThat(StrokeWidth.change(bar, 0)).isSameAs(bar);
  }

  @Test
  void moreIsMoreInk() {
    float[] bar = bar(13, 15, 4, 24);
    double before = 0;
    for (double pixels = -1.5; pixels <= 1.5; pixels += 0.25) {
      double ink = 0;
      for (float level : StrokeWidth.change(bar, pixels)) {
        assertThat(level).isBetween(0f, 255f);
        ink += level;
      }
      assertThat(ink).isGreaterThan(before);
      before = ink;
    }
  }

  @Test
  void inkAtTheBorderDoesNotComeInOnTheOtherSide() {
    float[] bar = bar(26, 28, 0, 4);

    float[] changed = StrokeWidth.change(bar, 2);

    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        boolean near = x >= 25 && y <= 4;
        assertThat(changed[y * SIZE + x] > 0).as(x + ", " + y).isEqualTo(near);
      }
    }
  }

  private static float[] bar(int left, int right, int top, int bottom) {
    float[] levels = new float[SIZE * SIZE];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        levels[y * SIZE + x] = 255;
      }
    }
    return levels;
  }
}
