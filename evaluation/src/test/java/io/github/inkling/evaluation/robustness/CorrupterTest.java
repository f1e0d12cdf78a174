package io.github.inkling.evaluation.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrupterTest {
  private static final LabeledDigits HUNDRED = Strokes.hundred();

  private final Corrupter corrupter = new Corrupter(42);

  @ParameterizedTest
  @EnumSource
  void aPictureBecomesTheSameWhateverIsCorruptedBesideIt(Corruption corruption) {
    LabeledDigits corrupted = corrupter.corrupt(HUNDRED, corruption, 3);

    for (int i = HUNDRED.size() - 1; i >= 0; i--) {
      GrayImage alone = new Corrupter(42).corrupt(HUNDRED.image(i), i, corruption, 3);
      assertThat(alone).isEqualTo(corrupted.image(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void labelsStayAndTheNameSaysWhatHappened(Corruption corruption) {
    LabeledDigits corrupted = corrupter.corrupt(HUNDRED, corruption, 3);

    assertThat(corrupted.labels()).isEqualTo(HUNDRED.labels());
    assertThat(corrupted.name()).isEqualTo("strokes, " + corruption + " 3");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BLUR", "CONTRAST"})
  void otherNumbersAndSeedsDrawOtherChanges(Corruption corruption) {
    Set<GrayImage> ofNumbers = new HashSet<>();
    Set<GrayImage> ofSeeds = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      ofNumbers.add(corrupter.corrupt(Strokes.four(), i, corruption, 4));
      ofSeeds.add(new Corrupter(i).corrupt(Strokes.four(), 7, corruption, 4));
    }

    boolean eitherWay =
        EnumSet.range(Corruption.ROTATION, Corruption.THICKNESS).contains(corruption);
    assertThat(ofNumbers).hasSizeBetween(eitherWay ? 2 : 30, eitherWay ? 2 : 50);
    assertThat(ofSeeds).hasSizeBetween(eitherWay ? 2 : 30, eitherWay ? 2 : 50);
  }

  @Test
  void corruptionsOfADigitAreDrawnApart() {
    // Were they drawn alike, all digits that turn to one side would lean to one side, too.
    Set<String> sides = new HashSet<>();
    GrayImage four = Strokes.four();
    for (int i = 0; i < 50; i++) {
      GrayImage turned = corrupter.corrupt(four, i, Corruption.ROTATION, 1);
      GrayImage slanted = corrupter.corrupt(four, i, Corruption.SHEAR, 1);
      sides.add(turned.hashCode() + " " + slanted.hashCode());
    }

    assertThat(sides).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void aNegativeBecomesTheNegative(Corruption corruption) {
    for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
      for (int i = 0; i < 20; i++) {
        GrayImage image = HUNDRED.image(i);
        GrayImage corrupted = corrupter.corrupt(image, i, corruption, strength);

        assertThat(corrupter.corrupt(Strokes.negative(image), i, corruption, strength))
            .isEqualTo(Strokes.negative(corrupted));
      }
    }
  }

  /**
   * Strokes that are turned or slanted soon lie wholly beside where they were, and no more pixels
   * differ then; {@link CorruptionTest} measures their angles.
   */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ROTATION", "SHEAR"})
  void everyStrengthIsFartherFromTheCleanPicture(Corruption corruption) {
    double before = 1;
    for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
      LabeledDigits corrupted = corrupter.corrupt(HUNDRED, corruption, strength);
      double sum = 0;
      for (int i = 0; i < HUNDRED.size(); i++) {
        sum += Strokes.distance(HUNDRED.image(i), corrupted.image(i));
      }
      assertThat(sum / HUNDRED.size()).isGreaterThan(before * 1.02);
      before = sum / HUNDRED.size();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NOISE", "CONTRAST", "OCCLUSION", "SPATTER"})
  void whatWasChangedStaysChangedAtEveryPixel(Corruption corruption) {
    for (int i = 0; i < HUNDRED.size(); i++) {
      byte[] clean = HUNDRED.image(i).pixels();
      int[] before = new int[clean.length];
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        byte[] pixels = corrupter.corrupt(HUNDRED.image(i), i, corruption, strength).pixels();
        for (int j = 0; j < pixels.length; j++) {
          int change = (pixels[j] & 0xff) - (clean[j] & 0xff);
          assertThat(Math.abs(change)).isGreaterThanOrEqualTo(Math.abs(before[j]));
          assertThat(change * before[j]).isGreaterThanOrEqualTo(0);
          before[j] = change;
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NOISE", "SPATTER"})
  void paperStaysPaper(Corruption corruption) {
    GrayImage page = onGrey(Strokes.draw(84, 1.3, 10, 10, 18, 18));
    for (int i = 0; i < 20; i++) {
      GrayImage corrupted = corrupter.corrupt(page, i, corruption, Corruption.STRENGTHS);
      for (int j = 0; j < page.width(); j++) {
        assertThat(corrupted.at(j, 0)).isEqualTo(170);
        assertThat(corrupted.at(0, j)).isEqualTo(170);
        assertThat(corrupted.at(j, page.height() - 1)).isEqualTo(170);
        assertThat(corrupted.at(page.width() - 1, j)).isEqualTo(170);
      }
      for (byte pixel : corrupted.pixels()) {
        assertThat(pixel & 0xff).isBetween(40, 170);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 90, 127, 128, 254, 255})
  void blankPicturesStayBlankButForNoiseAndDrops(int level) {
    GrayImage blank = Strokes.blank(28, 20, level);
    Set<Corruption> changing = EnumSet.noneOf(Corruption.class);
    for (Corruption corruption : Corruption.values()) {
      if (!corrupter.corrupt(blank, 0, corruption, 5).equals(blank)) {
        changing.add(corruption);
      }
    }

    assertThat(changing).containsExactlyInAnyOrder(Corruption.NOISE, Corruption.SPATTER);
  }

  @Property(tries = 200)
  void picturesOfAnySizeKeepIt(
      @ForAll @IntRange(min = 1, max = 50) int width,
      @ForAll @IntRange(min = 1, max = 50) int height,
      @ForAll long seed) {
    byte[] pixels = new byte[width * height];
    new Random(seed).nextBytes(pixels);
    GrayImage image = GrayImage.of(width, height, pixels);
    for (Corruption corruption : Corruption.values()) {
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        GrayImage corrupted = new Corrupter(seed).corrupt(image, 0, corruption, strength);
        assertThat(corrupted.width()).isEqualTo(width);
        assertThat(corrupted.height()).isEqualTo(height);
      }
    }
    assertThat(image.pixels()).isEqualTo(pixels);
  }

  @ParameterizedTest
  @EnumSource
  void longLinesOfPixelsAreCorruptedInGoodTime(Corruption corruption) {
    byte[] pixels = new byte[3000];
    Arrays.fill(pixels, 1000, 2000, (byte) 255);

    GrayImage corrupted = corrupter.corrupt(GrayImage.of(3000, 1, pixels), 0, corruption, 5);

    assertThat(corrupted.width()).isEqualTo(3000);
  }

  @Test
  void aSetOfNoDigitsStaysOne() {
    LabeledDigits none = new LabeledDigits("none", List.of(), new int[0]);

    assertThat(corrupter.corrupt(none, Corruption.BLUR, 1).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 6})
  void strengthsOutOfRangeAreRefused(int strength) {
    String message = "strength must be in 1..5, not " + strength;
    LabeledDigits none = new LabeledDigits("none", List.of(), new int[0]);

    assertThatThrownBy(() -> corrupter.corrupt(Strokes.four(), 0, Corruption.BLUR, strength))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> corrupter.corrupt(none, Corruption.BLUR, strength))
        .hasMessage(message);
    assertThatThrownBy(() -> Corruption.BLUR.amount(strength)).hasMessage(message);
  }

  /** Ink of 40 on paper of 170. */
  private static GrayImage onGrey(GrayImage image) {
    byte[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (170 - (pixels[i] & 0xff) * 130 / 255);
    }
    return GrayImage.of(image.width(), image.height(), pixels);
  }
}
