package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmenterTest {
  private static final DigitImage FOUR =
      new Normalizer(NormalizerSettings.defaults()).normalize(Drawing.four(40, 30));

  private final Augmenter augmenter = new Augmenter(AugmentationSettings.defaults(), 42);

  @Test
  void settingsThatChangeNothingGiveTheSamePixels() {
    Augmenter still = new Augmenter(AugmentationSettings.none(), 42);

    assertThat(still.augment(FOUR, 3, 1)).isEqualTo(FOUR);
  }

  @Test
  void aCopyIsTheSameWhateverIsMadeBesideIt() {
    int count = 700;
    List<DigitImage> digits = Collections.nCopies(count, FOUR);

    List<DigitImage> copies = augmenter.augmentAll(digits, 3, ProgressListener.NONE);

    assertThat(copies).hasSize(3 * count);
    for (int i = copies.size() - 1; i >= 0; i--) {
      assertThat(augmenter.augment(FOUR, i % count, i / count)).isEqualTo(copies.get(i));
    }
    List<DigitImage> few = augmenter.augmentAll(digits.subList(0, 5), 1, ProgressListener.NONE);
    assertThat(few).isEqualTo(copies.subList(0, 5));
  }

  @Test
  void copiesAreOfEachKindInTurn() {
    AugmentationSettings turned = AugmentationSettings.parse("rotate=30,elastic=0");
    AugmentationSettings moved = AugmentationSettings.parse("shift=3,rotate=0,elastic=0");
    Augmenter both = new Augmenter(List.of(turned, moved), 42);

    for (int copy = 0; copy < 6; copy++) {
      Augmenter one = new Augmenter(copy % 2 == 0 ? turned : moved, 42);
      assertThat(both.augment(FOUR, 3, copy)).isEqualTo(one.augment(FOUR, 3, copy));
    }
    assertThat(both.augment(FOUR, 3, 1, 4))
        .isEqualTo(new Augmenter(turned, 42).augment(FOUR, 3, 1));
    assertThat(both.kinds()).containsExactly(turned, moved);
  }

  @Test
  void noKindIsRefused() {
    assertThatThrownBy(() -> new Augmenter(List.of(), 42))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no kind of copies");
  }

  @Test
  void everyCopyOfEveryDigitUnderEverySeedIsAnother() {
    Set<DigitImage> seen = new HashSet<>();
    for (long seed : new long[] {0, 1, 42, -1, Long.MIN_VALUE}) {
      Augmenter seeded = new Augmenter(AugmentationSettings.defaults(), seed);
      for (int number = 0; number < 20; number++) {
        for (int copy = 0; copy < 20; copy++) {
          seen.add(seeded.augment(FOUR, number, copy));
        }
      }
    }

    assertThat(seen).hasSize(5 * 20 * 20);
  }

  @Test
  void digitsDifferLittleFromTheirCopies() {
    for (int copy = 0; copy < 100; copy++) {
      DigitImage changed = augmenter.augment(FOUR, 0, copy);

      assertThat(Drawing.difference(FOUR, changed)).isBetween(1.0, 30.0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rotate=0,scale=0,shear=0,shift=0,stroke=0",
        "rotate=45,scale=0.5,shear=1,shift=8,stroke=1.5,elastic=4,sigma=1,center=false",
        "rotate=45,scale=0.5,shear=1,shift=8,stroke=1.5,elastic=4,sigma=28"
      })
  void inkIsNeverLostAndPaperNeverInked(String settings) {
    Augmenter extreme = new Augmenter(AugmentationSettings.parse(settings), 1);
    DigitImage blank = DigitImage.of(new byte[DigitImage.PIXELS]);
    for (int copy = 0; copy < 300; copy++) {
      assertThat(extreme.augment(FOUR, 0, copy).isBlank()).isFalse();
      assertThat(extreme.augment(blank, 0, copy)).isEqualTo(blank);
    }
  }

  @Test
  void copiesAreHeardOfToTheEnd() {
    List<String> heard = new ArrayList<>();

    augmenter.augmentAll(
        Collections.nCopies(10, FOUR), 2, (stage, done, total) -> heard.add(done + "/" + total));

    assertThat(heard.get(0)).isEqualTo("0/20");
    assertThat(heard.get(heard.size() - 1)).isEqualTo("20/20");
  }

  @Test
  void noDigitsOrNoCopiesAreNone() {
    assertThat(augmenter.augmentAll(List.of(), 5, ProgressListener.NONE)).isEmpty();
    assertThat(augmenter.augmentAll(List.of(FOUR), 0, ProgressListener.NONE)).isEmpty();
  }

  @Test
  void moreThanCanBeHeldIsRefusedUnmade() {
    List<DigitImage> digits = Collections.nCopies(3_000_000, FOUR);

    assertThatThrownBy(() -> augmenter.augmentAll(digits, 1000, ProgressListener.NONE))
        .hasMessage("1000 copies of 3000000 digits are more than a list can hold; make fewer");
    assertThatThrownBy(() -> augmenter.augmentAll(digits, 1001, ProgressListener.NONE))
        .hasMessage("copies must be in 0..1000, not 1001");
    assertThatThrownBy(() -> augmenter.augmentAll(digits, -1, ProgressListener.NONE))
        .hasMessage("copies must be in 0..1000, not -1");
  }

  @Test
  void changesAreDrawnEvenlyOnBothSides() {
    AugmentationSettings turning = AugmentationSettings.parse("rotate=20");
    double[] degrees =
        IntStream.range(0, 4000)
            .mapToDouble(
                i -> Math.toDegrees(Distortion.draw(turning, new SplittableRandom(i)).angle()))
            .sorted()
            .toArray();

    assertThat(degrees[0]).isBetween(-20.0, -19.9);
    assertThat(degrees[1000]).isBetween(-11.0, -9.0);
    assertThat(degrees[2000]).isBetween(-1.0, 1.0);
    assertThat(degrees[3999]).isBetween(19.9, 20.0);
  }
}
