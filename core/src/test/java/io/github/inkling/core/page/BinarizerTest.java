package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In pictures of 1600 pixels a gap is 13 pixels wide, and a bridge 32 pixels long, at most. */
class BinarizerTest {
  private static final int HEIGHT = 60;
  private static final int STROKE = 200;
  private static final int WEAK = 60;
  private static final int FAINT = 30;
  private static final double QUIET = 1;

  private int width = 1600;
  private byte[] levels = new byte[width * HEIGHT];

  @Test
  void lighterPlacesOfAStrokeAreInk() {
    rectangle(100, 400, STROKE);
    rectangle(400, 410, FAINT);
    rectangle(410, 700, STROKE);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(700 - 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1600, 1700, 1999, 2120})
  void faintInkAtTheEndOfAStrokeIsAShadow(int pictureWidth) {
    width = pictureWidth;
    levels = new byte[width * HEIGHT];
    rectangle(90, 100, FAINT);
    rectangle(100, 400, STROKE);
    rectangle(400, 410, FAINT);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(400 - 100);
  }

  /** As of a zero that a felt tip wrote and a lens blurred. */
  @Test
  void aNarrowHoleStaysOpenHoweverGrey() {
    rectangle(100, 400, STROKE);
    rectangle(200, 260, 27, 33, FAINT);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(400 - 100 - 60);
  }

  @Test
  void faintInkBetweenAStrokeAndTheEdgeOfThePictureIsAShadow() {
    rectangle(0, 6, FAINT);
    rectangle(6, width - 6, STROKE);
    rectangle(width - 6, width, FAINT);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(width - 12);
  }

  @Test
  void whatIsNoStrongerThanNoiseFillsNoGap() {
    rectangle(100, 400, STROKE);
    rectangle(400, 410, FAINT);
    rectangle(410, 700, STROKE);

    assertThat(inkOfMiddleRow(/* noise= */ 8)).isEqualTo(700 - 100 - 10);
  }

  @Test
  void whiteGapsStayWhite() {
    rectangle(100, 400, STROKE);
    rectangle(410, 700, STROKE);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(700 - 100 - 10);
  }

  @Test
  void aFaintStrokeFromInkToInkIsInk() {
    rectangle(100, 400, STROKE);
    rectangle(400, 425, FAINT);
    rectangle(425, 700, STROKE);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(700 - 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, HEIGHT - 4})
  void soItIsAlongTheEdgeOfThePicture(int top) {
    rectangle(100, 400, top, top + 4, STROKE);
    rectangle(400, 425, top, top + 4, FAINT);
    rectangle(425, 700, top, top + 4, STROKE);

    assertThat(inkOfRow(top, QUIET)).isEqualTo(700 - 100);
  }

  @Test
  void aFaintStrokeThatIsLongOrLeadsNowhereIsAShadow() {
    rectangle(100, 400, STROKE);
    rectangle(400, 440, FAINT);
    rectangle(440, 700, STROKE);
    rectangle(700, 725, FAINT);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(700 - 100 - 40);
  }

  @Test
  void aFaintStrokeBackToTheSameInkIsAShadow() {
    rectangle(100, 400, STROKE);
    rectangle(425, 700, STROKE);
    rectangle(400, 425, 25, 28, STROKE);
    rectangle(400, 425, 28, 35, FAINT);

    assertThat(inkOfRow(34, QUIET)).isEqualTo(700 - 100 - 25);
  }

  @Test
  void theSoftEdgeOfAStrokeIsNoBridge() {
    rectangle(100, 400, STROKE);
    rectangle(400, 425, 29, 31, FAINT);
    rectangle(425, 700, STROKE);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(700 - 100 - 25);
  }

  @Test
  void weakInkIsInkWhereItHangsTogetherWithStrongInk() {
    rectangle(100, 400, STROKE);
    rectangle(400, 415, WEAK);
    rectangle(715, 720, WEAK);
    rectangle(730, 1000, STROKE);

    assertThat(inkOfMiddleRow(QUIET)).isEqualTo(415 - 100 + 1000 - 730);
  }

  private void rectangle(int left, int right, int level) {
    rectangle(left, right, 25, 35, level);
  }

  private void rectangle(int left, int right, int top, int bottom, int level) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(levels, y * width + left, y * width + right, (byte) level);
    }
  }

  private int inkOfMiddleRow(double noise) {
    return inkOfRow(HEIGHT / 2, noise);
  }

  private int inkOfRow(int y, double noise) {
    byte[] binary = Binarizer.binarize(new InkMap(width, HEIGHT, levels, noise));
    int ink = 0;
    for (int x = 0; x < width; x++) {
      ink += binary[y * width + x] & 1;
    }
    return ink;
  }
}
