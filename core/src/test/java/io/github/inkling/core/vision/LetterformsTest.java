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
