package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.GrayImage;
import org.junit.jupiter.api.Test;

class ScanGridTest {
  /** Three columns of ink and three of paper, four rows high. */
  private static final InkField HALF =
      new InkField(
          6,
          4,
          new float[] {
            1, 1, 1, 0, 0, 0, //
            1, 1, 1, 0, 0, 0, //
            1, 1, 1, 0, 0, 0, //
            1, 1, 1, 0, 0, 0
          });

  @Test
  void aPixelIsTheMeanOfItsArea() {
    // Pixels of 1.5 columns; and of 2 columns, of which the second is half ink.
    assertThat(ScanGrid.scan(HALF, 4, 2, 0, 0, 0))
        .isEqualTo(GrayImage.of(4, 2, bytes(255, 255, 0, 0, 255, 255, 0, 0)));
    assertThat(ScanGrid.scan(HALF, 3, 1, 0, 0, 0))
        .isEqualTo(GrayImage.of(3, 1, bytes(255, 128, 0)));
  }

  @Test
  void aScanInBlackAndWhiteHasAThreshold() {
    assertThat(ScanGrid.scan(HALF, 3, 1, 0, 0, 0.5))
        .isEqualTo(GrayImage.of(3, 1, bytes(255, 255, 0)));
    assertThat(ScanGrid.scan(HALF, 3, 1, 0, 0, 0.51))
        .isEqualTo(GrayImage.of(3, 1, bytes(255, 0, 0)));
  }

  @Test
  void aMarginIsPaper() {
    assertThat(ScanGrid.scan(HALF, 2, 1, 1, 0, 0))
        .isEqualTo(GrayImage.of(4, 3, bytes(0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0)));
  }

  @Test
  void aBlurSpreadsInkToAllSidesAlike() {
    GrayImage point = ScanGrid.scan(new InkField(1, 1, new float[] {1}), 1, 1, 2, 1, 0);

    // exp(-1/2) and exp(-1) of the middle
    assertThat(point.at(2, 2)).isEqualTo(255);
    assertThat(point.at(1, 2)).isEqualTo(155).isEqualTo(point.at(2, 1)).isEqualTo(point.at(2, 3));
    assertThat(point.at(1, 1)).isEqualTo(94).isEqualTo(point.at(3, 3));
  }

  private static byte[] bytes(int... levels) {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < levels.length; i++) {
      bytes[i] = (byte) levels[i];
    }
    return bytes;
  }
}
