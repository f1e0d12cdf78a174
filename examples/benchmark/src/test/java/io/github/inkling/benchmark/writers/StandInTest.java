package io.github.inkling.benchmark.writers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.mnist.Mnist;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StandInTest {
  private static final LabeledDigits DIGITS = Mnist.fitAndValidation().rest().first(40);

  @ParameterizedTest
  @EnumSource(StandIn.class)
  void theSameSeedGivesTheSameDigits(StandIn standIn) {
    LabeledDigits drawn = standIn.of(DIGITS, 1);

    assertThat(drawn.contentHash()).isEqualTo(standIn.of(DIGITS, 1).contentHash());
    assertThat(drawn.labels()).isEqualTo(DIGITS.labels());
    assertThat(drawn.name()).isEqualTo("mnist:validation, " + standIn);
    for (GrayImage image : drawn.images()) {
      assertThat(levels(image)).as("levels of a picture").hasSizeGreaterThan(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StandIn.class,
      mode = Mode.EXCLUDE,
      names = {"AS_THEY_ARE", "STRETCHED_16"})
  void anotherSeedGivesOthers(StandIn standIn) {
    assertThat(standIn.of(DIGITS, 2).contentHash())
        .isNotEqualTo(standIn.of(DIGITS, 1).contentHash());
  }

  @Test
  void sizesAreThoseOfTheOtherCollections() {
    Map<StandIn, Integer> sides = new HashMap<>();
    sides.put(StandIn.GREY_16, 16);
    sides.put(StandIn.STRETCHED_16, 16);
    sides.put(StandIn.THICK_16, 16);
    sides.put(StandIn.BINARY_32, 32);
    sides.put(StandIn.NIST_32, 32);
    sides.put(StandIn.EUROPEAN, 28);

    sides.forEach(
        (standIn, side) -> {
          for (GrayImage image : standIn.of(DIGITS, 1).images()) {
            assertThat(image.width()).as(standIn + "'s width").isEqualTo(side);
            assertThat(image.height()).as(standIn + "'s height").isEqualTo(side);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = StandIn.class,
      names = {"BINARY_32", "THICK_16", "RAGGED", "NIST_32"})
  void binaryOnesAreBlackAndWhite(StandIn standIn) {
    for (GrayImage image : standIn.of(DIGITS, 1).images()) {
      assertThat(levels(image)).containsExactlyInAnyOrder(0, 255);
    }
  }

  /** Faint ends of a stroke may be lost to the threshold. */
  @Test
  void nearlyAllStretchedDigitsFillTheirBox() {
    int filling = 0;
    for (GrayImage image : StandIn.THICK_16.of(DIGITS, 1).images()) {
      int left = 16;
      int right = 0;
      int top = 16;
      int bottom = 0;
      for (int i = 0; i < 256; i++) {
        if (image.at(i % 16, i / 16) == 255) {
          left = Math.min(left, i % 16);
          right = Math.max(right, i % 16);
          top = Math.min(top, i / 16);
          bottom = Math.max(bottom, i / 16);
        }
      }
      filling += right - left >= 14 && bottom - top >= 14 ? 1 : 0;
    }
    assertThat(filling).as("of 40").isGreaterThanOrEqualTo(36);
  }

  @Test
  void digitsNormalisedLikeNistsHaveTwentyColumnsAndAnEvenAmountOfInk() {
    for (GrayImage image : StandIn.NIST_32.of(DIGITS, 1).images()) {
      int outside = 0;
      int ink = 0;
      for (int y = 0; y < 32; y++) {
        for (int x = 0; x < 32; x++) {
          outside += image.at(x, y) > 0 && (x < 6 || x >= 26) ? 1 : 0;
          ink += image.at(x, y) > 0 ? 1 : 0;
        }
      }
      assertThat(outside).as("ink beside 20 x 32 pixels").isZero();
      assertThat(ink / 640.0).isBetween(0.15, 0.8);
    }
  }

  @Test
  void aFinerPenLeavesLessInkAndABroaderOneMore() {
    Sheet sheet = Sheet.of(DIGITS.image(0));

    double ink = ink(sheet);
    assertThat(ink(sheet.pared(0.6))).isBetween(0.05 * ink, 0.7 * ink);
    assertThat(ink(sheet.swept(4, 4, 0, 1))).isBetween(1.2 * ink, 3 * ink);
    assertThat(ink(sheet.swept(4, 4, 0, -1))).isLessThan(0.8 * ink);
  }

  @Test
  void dotsAndLinesOfPaperTakeAwaySomeInkAndAddNone() {
    double dotted = 0;
    double crossed = 0;
    for (int i = 0; i < 20; i++) {
      Sheet sheet = Sheet.of(DIGITS.image(i));
      dotted += inkLeft(sheet, sheet.dotted(new SplittableRandom(i))) / 20;
      crossed += inkLeft(sheet, sheet.crossed(new SplittableRandom(i))) / 20;
    }

    assertThat(dotted).isBetween(0.5, 0.9);
    assertThat(crossed).isBetween(0.7, 0.97);
  }

  private static double inkLeft(Sheet sheet, Sheet painted) {
    byte[] before = sheet.toGrayImage().pixels();
    byte[] after = painted.toGrayImage().pixels();
    for (int i = 0; i < after.length; i++) {
      assertThat(after[i] & 0xff).isLessThanOrEqualTo(before[i] & 0xff);
    }
    return ink(painted) / ink(sheet);
  }

  @Test
  void scalingTakesTheMeanOfAnArea() {
    GrayImage picture = GrayImage.of(2, 2, new byte[] {(byte) 200, 100, 0, 0});
    Sheet sheet = new Sheet(picture.toBufferedImage());

    assertThat(sheet.scaled(1, 1).toGrayImage().at(0, 0)).isEqualTo(75);
    assertThat(sheet.scaled(2, 1).toGrayImage().pixels()).containsExactly(100, 50);
  }

  private static double ink(Sheet sheet) {
    double sum = 0;
    for (byte pixel : sheet.toGrayImage().pixels()) {
      sum += pixel & 0xff;
    }
    return sum;
  }

  private static Set<Integer> levels(GrayImage image) {
    Set<Integer> levels = new HashSet<>();
    for (byte pixel : image.pixels()) {
      levels.add(pixel & 0xff);
    }
    return levels;
  }
}
