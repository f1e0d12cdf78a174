package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.opencv.NativeScope;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

class HistogramTest {
  @Test
  void twoLevelsAreSeparatedCompletely() {
    Histogram histogram = Histogram.of(new byte[] {10, 10, 10, 90, 90});

    assertThat(histogram.threshold()).isEqualTo(10);
    assertThat(histogram.separability()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theVarianceBetweenTheClassesIsAsWorkedByHand() {
    // 0, 2 | 8, 10: mean 5, variance (25 + 9 + 9 + 25) / 4 = 17; class means 1 and 9, so that the
    // variance between is (16 + 16) / 2 = 16.
    Histogram histogram = Histogram.of(new byte[] {0, 2, 8, 10});

    assertThat(histogram.threshold()).isEqualTo(2);
    assertThat(histogram.separability()).isCloseTo(16.0 / 17, within(1e-12));
  }

  @Test
  void oneLevelIsNotSeparable() {
    assertThat(Histogram.of(new byte[] {7, 7, 7}).separability()).isZero();
  }

  @Test
  void anInvertedHistogramIsThatOfTheInvertedPicture() {
    byte[] pixels = {0, 2, 2, 2, 8, 10, (byte) 200};
    byte[] inverse = pixels.clone();
    new Raster(inverse.length, 1, inverse).invert();

    Histogram inverted = Histogram.of(pixels).inverted();

    Histogram counted = Histogram.of(inverse);
    assertThat(inverted.threshold()).isEqualTo(counted.threshold());
    assertThat(inverted.separability()).isEqualTo(counted.separability());
    for (int level = 0; level < Histogram.LEVELS; level++) {
      assertThat(inverted.count(level, level)).isEqualTo(counted.count(level, level));
    }
  }

  @Test
  void theThresholdIsOpenCvs() {
    Random random = new Random(5);
    try (NativeScope scope = new NativeScope()) {
      for (int i = 0; i < 50; i++) {
        byte[] pixels = new byte[400];
        for (int j = 0; j < pixels.length; j++) {
          double level = (random.nextInt(3) == 0 ? 190 : 60) + 25 * random.nextGaussian();
          pixels[j] = (byte) Math.max(0, Math.min(255, level));
        }
        Mat mat = new Raster(20, 20, pixels).copyTo(scope.own(new Mat(), Mat::release));
        Mat binary = scope.own(new Mat(), Mat::release);
        double expected = Imgproc.threshold(mat, binary, 0, 255, Imgproc.THRESH_OTSU);

        assertThat((double) Histogram.of(pixels).threshold()).isEqualTo(expected);
      }
    }
  }

  @Test
  void quantilesCountFromTheGivenLevelOn() {
    Histogram histogram = Histogram.of(new byte[] {1, 2, 3, 4, 100, 101});

    assertThat(histogram.quantile(0.5, 0, 255)).isEqualTo(3);
    assertThat(histogram.quantile(0.5, 0, 50)).isEqualTo(2);
    assertThat(histogram.quantile(1, 50, 255)).isEqualTo(101);
    assertThat(histogram.count(2, 100)).isEqualTo(4);
  }
}
