package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a copy is measured in it by its moments. */
class DigitWarpTest {
  private static final int SIZE = DigitImage.SIZE;
  private static final float[] STILL = new float[SIZE * ElasticField.ROW];
  private static final DigitImage BAR = rectangle(12, 16, 6, 22);

  /** Upright and without hard edges, whose place a picture knows but to a fraction of a pixel. */
  private static final DigitImage ELLIPSE = ellipse(1.4, 3.2);

  @Test
  void noChangeGivesTheSamePixels() {
    byte[] pixels = new byte[DigitImage.PIXELS];
    new Random(1).nextBytes(pixels);
    DigitImage noise = DigitImage.of(pixels);

    assertThat(DigitWarp.apply(noise, change(0, 1, 1, 0, 0, 0, 0), STILL, true)).isEqualTo(noise);
    assertThat(DigitWarp.apply(BAR, change(0, 1, 1, 0, 0, 0, 0), STILL, false)).isEqualTo(BAR);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-40, -12, -1.5, 0.5, 7, 30})
  void anUprightEllipseIsTurnedByTheAngle(double degrees) {
    Moments turned =
        Moments.of(apply(ELLIPSE, change(Math.toRadians(degrees), 1, 1, 0, 0, 0, 0), false));

    assertThat(turned.angle()).as("clockwise from the x axis").isCloseTo(90 + degrees, within(0.3));
    assertThat(turned.x).isCloseTo(13.5, within(0.02));
    assertThat(turned.y).isCloseTo(13.5, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({"0.8, 1", "1, 1.2", "1.3, 0.7", "0.93, 0.93"})
  void widthAndHeightAreScaledByThemselves(double scaleX, double scaleY) {
    DigitImage disc = ellipse(2.5, 2.5);
    Moments before = Moments.of(disc);

    Moments scaled = Moments.of(apply(disc, change(0, scaleX, scaleY, 0, 0, 0, 0), false));

    assertThat(Math.sqrt(scaled.xx / before.xx)).isCloseTo(scaleX, within(0.01));
    assertThat(Math.sqrt(scaled.yy / before.yy)).isCloseTo(scaleY, within(0.01));
    assertThat(scaled.mass / before.mass).isCloseTo(scaleX * scaleY, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, -0.1, 0.05, 0.4})
  void lowerRowsAreShearedToTheRight(double shear) {
    Moments sheared = Moments.of(apply(ELLIPSE, change(0, 1, 1, shear, 0, 0, 0), false));

    assertThat(sheared.xy / sheared.yy).isCloseTo(shear, within(0.01));
    assertThat(sheared.mass).isCloseTo(Moments.of(ELLIPSE).mass, within(0.01 * sheared.mass));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "-0.5, 0.25", "2.7, -3.3"})
  void shiftsMoveTheCentreOfMassByFractionsOfAPixel(double right, double down) {
    for (boolean recenter : new boolean[] {false, true}) {
      Moments moved = Moments.of(apply(BAR, change(0.2, 1.1, 1, 0, right, down, 0), recenter));

      assertThat(moved.x).isCloseTo(13.5 + right, within(0.03));
      assertThat(moved.y).isCloseTo(13.5 + down, within(0.03));
    }
  }

  @Test
  void aShiftByWholePixelsIsExact() {
    assertThat(apply(BAR, change(0, 1, 1, 0, 2, -3, 0), false)).isEqualTo(rectangle(14, 18, 3, 19));
  }

  @Test
  void theCentreOfMassIsPutBackAfterAnElasticChange() {
    ElasticField field = new ElasticField(1.5, 6);
    SplittableRandom random = new SplittableRandom(3);
    DigitImage corner = rectangle(6, 20, 6, 9);
    double free = 0;
    double centred = 0;
    for (int i = 0; i < 300; i++) {
      float[] elastic = field.draw(random);
      Distortion turned = change(0.1, 1, 0.9, 0, 0, 0, 0);

      Moments moved = Moments.of(DigitWarp.apply(corner, turned, elastic, false));
      Moments putBack = Moments.of(DigitWarp.apply(corner, turned, elastic, true));

      free += Math.hypot(moved.x - 12.5, moved.y - 7) / 300;
      centred += Math.hypot(putBack.x - 12.5, putBack.y - 7) / 300;
    }
    assertThat(free).as("pixels on average, where it is not put back").isGreaterThan(1);
    assertThat(centred).isLessThan(0.3);
  }

  @Test
  void strokesBecomeWiderAndNarrower() {
    double before = 0;
    for (double stroke : new double[] {-1.5, -1, -0.5, 0, 0.5, 1, 1.5}) {
      double mass = Moments.of(apply(BAR, change(0, 1, 1, 0, 0, 0, stroke), false)).mass;
      assertThat(mass).isGreaterThan(before);
      before = mass;
    }
  }

  @Test
  void theCopyIsAsBrightAsTheDigit() {
    DigitImage thin = rectangle(13, 15, 5, 23);
    byte[] faint = thin.pixels();
    for (int i = 0; i < faint.length; i++) {
      faint[i] = (byte) (faint[i] == 0 ? 0 : 100);
    }

    assertThat(brightest(apply(thin, change(0.3, 0.8, 0.8, 0, 0.5, 0, -1.5), true))).isEqualTo(255);
    assertThat(brightest(apply(DigitImage.of(faint), change(0.3, 1, 1, 0, 0, 0, 0), true)))
        .isEqualTo(100);
  }

  @Test
  void aBlankDigitStaysBlank() {
    DigitImage blank = DigitImage.of(new byte[DigitImage.PIXELS]);

    assertThat(apply(blank, change(1, 2, 2, 1, 3, 3, 1), true)).isEqualTo(blank);
  }

  @Test
  void aDigitWhoseInkWouldLeaveThePictureStaysAsItIs() {
    DigitImage corner = rectangle(0, 2, 0, 2);

    assertThat(apply(corner, change(0, 1, 1, 0, -8, -8, 0), false)).isEqualTo(corner);
    assertThat(apply(corner, change(0, 1, 1, 0, -8, -8, 0), true)).isEqualTo(corner);
  }

  private static DigitImage apply(DigitImage digit, Distortion distortion, boolean recenter) {
    return DigitWarp.apply(digit, distortion, STILL, recenter);
  }

  private static Distortion change(
      double angle, double scaleX, double scaleY, double shear, double x, double y, double stroke) {
    return new Distortion(angle, scaleX, scaleY, shear, x, y, stroke);
  }

  private static DigitImage rectangle(int left, int right, int top, int bottom) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int y = top; y < bottom; y++) {
      Arrays.fill(pixels, y * SIZE + left, y * SIZE + right, (byte) 255);
    }
    return DigitImage.of(pixels);
  }

  private static DigitImage ellipse(double sigmaX, double sigmaY) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / SIZE;
      double x = (i % SIZE - 13.5) / sigmaX;
      double y = (row - 13.5) / sigmaY;
      pixels[i] = (byte) Math.round(255 * Math.exp(-(x * x + y * y) / 2));
    }
    return DigitImage.of(pixels);
  }

  private static int brightest(DigitImage digit) {
    int brightest = 0;
    for (byte pixel : digit.pixels()) {
      brightest = Math.max(brightest, pixel & 0xff);
    }
    return brightest;
  }

  /** Mass, centre of mass and central moments per mass. */
  private record Moments(double mass, double x, double y, double xx, double xy, double yy) {
    static Moments of(DigitImage digit) {
      double[] sums = new double[6];
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          double level = digit.at(x, y);
          double[] terms = {1, x, y, x * x, x * y, y * y};
          for (int i = 0; i < sums.length; i++) {
            sums[i] += level * terms[i];
          }
        }
      }
      double x = sums[1] / sums[0];
      double y = sums[2] / sums[0];
      return new Moments(
          sums[0],
          x,
          y,
          sums[3] / sums[0] - x * x,
          sums[4] / sums[0] - x * y,
          sums[5] / sums[0] - y * y);
    }

    /** The main axis, in degrees from the x axis to the y axis, 0 to 180. */
    double angle() {
      return (Math.toDegrees(Math.atan2(2 * xy, xx - yy) / 2) + 180) % 180;
    }
  }
}
