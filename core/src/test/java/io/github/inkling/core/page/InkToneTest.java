package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class InkToneTest {
  private static final int SIDE = 600;

  @Test
  void chalkOnABoardIsLight() {
    assertThat(tones(50, 210)).containsExactly(InkTone.LIGHT, InkTone.DARK);
    assertThat(tones(110, 200)).containsExactly(InkTone.LIGHT, InkTone.DARK);
  }

  @Test
  void inkOnPaperIsDarkHoweverLittleLightThereIs() {
    assertThat(tones(230, 40)).containsExactly(InkTone.DARK);
    assertThat(tones(90, 20)).containsExactly(InkTone.DARK);
  }

  @Test
  void paperBetweenDarkSquaresIsNoChalk() {
    try (NativeScope scope = new NativeScope()) {
      Mat rgb = ground(120, scope);
      for (int at = 0; at < SIDE; at += 18) {
        Imgproc.line(rgb, new Point(at, 0), new Point(at, SIDE), gray(60), 2);
        Imgproc.line(rgb, new Point(0, at), new Point(SIDE, at), gray(60), 2);
      }

      assertThat(InkTone.candidates(picture(rgb))).containsExactly(InkTone.DARK);
    }
  }

  /** The board between digits in a row is enclosed by them, and darker than they are. */
  @Test
  void chalkIsLightHoweverCloseItsDigitsStand() {
    try (NativeScope scope = new NativeScope()) {
      Mat rgb = ground(40, scope);
      for (int row = 60; row < SIDE; row += 70) {
        for (int x = 40; x < SIDE - 40; x += 27) {
          Imgproc.line(rgb, new Point(x, row - 15), new Point(x, row + 15), gray(220), 5);
        }
      }

      assertThat(InkTone.candidates(picture(rgb))).containsExactly(InkTone.LIGHT, InkTone.DARK);
    }
  }

  @Test
  void anEmptyBoardHasNoInk() {
    assertThat(tones(50, 50)).containsExactly(InkTone.DARK);
  }

  private static List<InkTone> tones(int ground, int ink) {
    try (NativeScope scope = new NativeScope()) {
      Mat rgb = ground(ground, scope);
      for (int i = 0; i < 5; i++) {
        Point middle = new Point(90 + 100.0 * i, 200 + 40.0 * i);
        Imgproc.circle(rgb, middle, 30, gray(ink), 7);
        Imgproc.line(rgb, middle, new Point(middle.x, middle.y + 80), gray(ink), 7);
      }
      return InkTone.candidates(picture(rgb));
    }
  }

  private static ColorImage picture(Mat rgb) {
    byte[] levels = new byte[3 * SIDE * SIDE];
    rgb.get(0, 0, levels);
    return ColorImage.of(SIDE, SIDE, levels);
  }

  private static Mat ground(int level, NativeScope scope) {
    return scope.own(new Mat(SIDE, SIDE, CvType.CV_8UC3, gray(level)), Mat::release);
  }

  private static Scalar gray(int level) {
    return new Scalar(level, level, level);
  }
}
