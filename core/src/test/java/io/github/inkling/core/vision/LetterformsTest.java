package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterformsTest {
  private static final int HEIGHT = 40;

  /** A stem of 4 x 40 pixels. */
  private static final InkField STEM = stem();

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4, 5, 6, 8})
  void mostDigitsAreWrittenAlikeEverywhere(int label) {
    assertThat(drawn(label)).allMatch(List::isEmpty);
  }

  @Test
  void aLongFlagHasHardlyEverAFootBelow() {
    List<List<PenStroke>> ones = drawn(1);

    long longFlags = ones.stream().filter(LetterformsTest::hasLongFlag).count();
    long both = ones.stream().filter(it -> hasLongFlag(it) && it.size() == 2).count();
    long others = ones.stream().filter(it -> !it.isEmpty() && !hasLongFlag(it)).count();
    long feet = ones.stream().filter(it -> !hasLongFlag(it) && hasFoot(it)).count();

    assertThat(both).isLessThan(longFlags / 6);
    assertThat(feet).isGreaterThan(others / 4);
  }

  @Test
  void aFlagFallsFromTheTopToTheLeftAndAFootReachesToBothSides() {
    for (List<PenStroke> one : drawn(1)) {
      for (PenStroke stroke : one) {
        assertThat(stroke.left()).isNegative();
        if (stroke.top() < HEIGHT / 2.0) {
          assertThat(stroke.top()).isLessThan(3);
          assertThat(stroke.right()).isBetween(1.0, STEM.width() + 4.0);
          assertThat(stroke.bottom()).isBetween(3.0, 1.2 * HEIGHT);
        } else {
          assertThat(stroke.right()).isGreaterThan(STEM.width());
        }
      }
    }
  }

  @Test
  void sevensHaveBarsAndSerifs() {
    List<List<PenStroke>> sevens = drawn(7);

    assertThat(sevens.stream().filter(it -> it.size() == 2).count()).isBetween(250L, 450L);
  }

  /** Strokes apart above the bar: the left one reaches the top, and the stem is as high at most. */
  @Test
  void foursHaveShortStemsBelowTheBarAndNoneAboveTheOtherStroke() {
    InkField four = four();
    int lowered = 0;
    for (int i = 0; i < 300; i++) {
      InkField reshaped = Letterforms.reshape(four, 4, new SplittableRandom(i));
      int bar = 0;
      int top = reshaped.height();
      for (int y = 0; y < reshaped.height(); y++) {
        boolean hasStem = reshaped.isInk(20, y);
        top = hasStem ? Math.min(top, y) : top;
        bar = reshaped.isInk(10, y) ? y : bar;
      }
      assertThat(reshaped.height() - 1 - bar)
          .as("rows below the bar, of 14 before")
          .isBetween(3, 13);
      assertThat(top).isLessThan(bar);
      lowered += top > 2 ? 1 : 0;
    }
    assertThat(lowered).isBetween(120, 240);
  }

  @Test
  void otherDigitsKeepTheirShape() {
    for (int label : new int[] {0, 1, 2, 3, 5, 6, 7, 8, 9}) {
      assertThat(Letterforms.reshape(STEM, label, new SplittableRandom(1))).isSameAs(STEM);
    }
  }

  /** An open four of 24 x 40 pixels: a left stroke, a bar in rows 22 to 25, a stem. */
  private static InkField four() {
    float[] levels = new float[24 * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < 24; x++) {
        boolean isLeft = x < 4 && y < 26;
        boolean isBar = y >= 22 && y < 26;
        boolean isStem = x >= 18 && x < 22;
        levels[y * 24 + x] = isLeft || isBar || isStem ? 1 : 0;
      }
    }
    return new InkField(24, HEIGHT, levels);
  }

  @Test
  void aTailCurlsToTheLeftAndClosesNoLoop() {
    List<List<PenStroke>> nines = drawn(9);

    assertThat(nines.stream().filter(it -> !it.isEmpty()).count()).isBetween(650L, 750L);
    for (List<PenStroke> nine : nines) {
      for (PenStroke tail : nine) {
        assertThat(tail.top()).isGreaterThan(0.8 * HEIGHT);
        assertThat(tail.right()).isLessThanOrEqualTo(STEM.width());
        assertThat(tail.left()).isLessThan(0);
      }
    }
  }

  private static boolean hasLongFlag(List<PenStroke> one) {
    return one.stream().anyMatch(it -> it.top() < HEIGHT / 2.0 && it.bottom() > 0.6 * HEIGHT);
  }

  private static boolean hasFoot(List<PenStroke> one) {
    return one.stream().anyMatch(it -> it.top() > HEIGHT / 2.0);
  }

  private static List<List<PenStroke>> drawn(int label) {
    return IntStream.range(0, 1000)
        .mapToObj(i -> Letterforms.draw(STEM, label, new SplittableRandom(i)))
        .toList();
  }

  private static InkField stem() {
    float[] levels = new float[4 * HEIGHT];
    Arrays.fill(levels, 1);
    return new InkField(4, HEIGHT, levels);
  }
}
