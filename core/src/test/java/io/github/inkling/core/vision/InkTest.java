package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.opencv.NativeScope;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.opencv.imgproc.Moments;

class InkTest {
  @Test
  void momentsAreAsWorkedByHand() {
    // Three pixels of equal ink on (1, 0), (2, 1), (3, 2): the centre is (2, 1), mu11 = mu02.
    Raster diagonal = new Raster(5, 4, new byte[20]);
    for (int i = 0; i < 3; i++) {
      diagonal.pixels()[i * 5 + i + 1] = 100;
    }

    Ink ink = Ink.measure(diagonal);

    assertThat(ink.left()).isEqualTo(1);
    assertThat(ink.top()).isZero();
    assertThat(ink.width()).isEqualTo(3);
    assertThat(ink.height()).isEqualTo(3);
    assertThat(ink.centerX()).isEqualTo(2);
    assertThat(ink.centerY()).isEqualTo(1);
    assertThat(ink.slant()).isCloseTo(1, within(1e-12));
    assertThat(ink.widthSheared(diagonal, ink.slant())).isCloseTo(1, within(1e-12));
  }

  @Test
  void momentsAreOpenCvs() {
    Raster four = Raster.copyOf(Drawing.inverted(Drawing.four(90, 60)));

    Ink ink = Ink.measure(four);

    try (NativeScope scope = new NativeScope()) {
      Moments moments = Imgproc.moments(four.copyTo(scope.own(new Mat(), Mat::release)));
      assertThat(ink.centerX()).isCloseTo(moments.m10 / moments.m00, within(1e-9));
      assertThat(ink.centerY()).isCloseTo(moments.m01 / moments.m00, within(1e-9));
      assertThat(ink.slant()).isCloseTo(moments.mu11 / moments.mu02, within(1e-9));
    }
  }

  @Test
  void aLyingLineHasNoSlant() {
    Raster line = new Raster(3, 1, new byte[] {9, 9, 9});

    assertThat(Ink.measure(line).slant()).isZero();
  }

  @Test
  void paperHasNoInk() {
    assertThat(Ink.measure(new Raster(4, 4, new byte[16]))).isNull();
  }
}
