package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.SampleDigits;
import io.github.inkling.core.opencv.NativeScope;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

class HuMomentsTest {
  // Eta of the order n falls with the mass to the power n / 2; here for the product of each Hu
  // moment.
  private static final double[] POWERS_OF_MASS = {1, 2, 3, 3, 6, 4, 6};
  private static final DigitImage HOOK = Drawing.at(4, 5, "######", "#.....", "##....", "#.....");

  @Test
  void aSquareOfFourPixelsIsWorkedOutByHand() {
    // The mass is 4; each pixel is half a pixel off the centre, so mu20 = mu02 = 1, over 4^2.
    double[] moments = HuMoments.of(Drawing.of("##", "##"));

    assertThat(moments[0]).isCloseTo(2 / 16.0, within(1e-12));
    for (int i = 1; i < 7; i++) {
      assertThat(moments[i]).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void theyAreThoseOfOpenCv() {
    for (DigitImage digit : SampleDigits.some()) {
      double[] expected = huMomentsOfOpenCv(digit);
      double[] moments = HuMoments.of(digit);
      for (int i = 0; i < 7; i++) {
        // OpenCV sums bytes, not parts of 1: its mass is 255 times as large.
        double rescaled = expected[i] * Math.pow(255, POWERS_OF_MASS[i]);
        assertThat(moments[i])
            .as("moment %d", i + 1)
            .isCloseTo(rescaled, within(1e-12 + 1e-6 * Math.abs(rescaled)));
      }
    }
  }

  @Test
  void placeDoesNotMatter() {
    assertClose(HuMoments.of(Drawing.at(15, 17, "######", "#.....", "##....", "#.....")), 1e-12);
  }

  @Test
  void turningDoesNotMatter() {
    assertClose(HuMoments.of(turned(HOOK)), 1e-12);
    assertClose(HuMoments.of(turned(turned(HOOK))), 1e-12);
  }

  @Test
  void sizeHardlyMatters() {
    double[] doubled =
        HuMoments.of(Drawing.byFormula((x, y) -> HOOK.at(4 + x / 4, 5 + y / 4) / 255.0));
    double[] single =
        HuMoments.of(Drawing.byFormula((x, y) -> HOOK.at(4 + x / 2, 5 + y / 2) / 255.0));

    assertThat(doubled[0]).isCloseTo(single[0], within(0.02));
    assertThat(doubled[1]).isCloseTo(single[1], within(0.02));
  }

  @Test
  void theMirrorImageTurnsTheSignOfTheSeventh() {
    double[] mirrored = HuMoments.of(Drawing.byFormula((x, y) -> HOOK.at(27 - x, y) / 255.0));
    double[] moments = HuMoments.of(HOOK);

    assertThat(Math.abs(moments[6])).isGreaterThan(1e-9);
    assertThat(mirrored[6]).isCloseTo(-moments[6], within(1e-12));
    assertThat(mirrored[5]).isCloseTo(moments[5], within(1e-12));
  }

  @Test
  void theScaleIsLogarithmicAndKeepsTheSign() {
    assertThat(HuMoments.logScaled(1)).isEqualTo(1);
    assertThat(HuMoments.logScaled(-1e-6)).isEqualTo(-0.5f);
    assertThat(HuMoments.logScaled(1e-12)).isZero();
    assertThat(HuMoments.logScaled(1e-15)).isZero();
    assertThat(HuMoments.logScaled(0)).isZero();
  }

  private static void assertClose(double[] moments, double tolerance) {
    double[] expected = HuMoments.of(HOOK);
    for (int i = 0; i < 7; i++) {
      assertThat(moments[i]).as("moment %d", i + 1).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static DigitImage turned(DigitImage digit) {
    return Drawing.byFormula((x, y) -> digit.at(y, 27 - x) / 255.0);
  }

  private static double[] huMomentsOfOpenCv(DigitImage digit) {
    try (NativeScope scope = new NativeScope()) {
      Mat picture = scope.own(new Mat(28, 28, CvType.CV_8UC1), Mat::release);
      picture.put(0, 0, digit.pixels());
      Mat invariants = scope.own(new Mat(), Mat::release);
      Imgproc.HuMoments(Imgproc.moments(picture), invariants);
      double[] values = new double[7];
      invariants.get(0, 0, values);
      return values;
    }
  }
}
