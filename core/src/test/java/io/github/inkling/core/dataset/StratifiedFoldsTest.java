package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StratifiedFoldsTest {
  @Property(tries = 300)
  void foldsAreTheWholeAndDifferByOneDigitAtMost(
      @ForAll @IntRange(min = 2, max = 7) int folds, @ForAll long seed) {
    int[] labels = labels(folds, seed);

    List<int[]> parts = StratifiedFolds.of(labels, folds, seed);

    assertThat(parts).hasSize(folds);
    assertThat(parts.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, labels.length).toArray());
    assertThat(parts).allSatisfy(part -> assertThat(part).isSorted());
    assertThat(spread(parts.stream().mapToInt(part -> part.length).toArray())).isLessThan(2);
    for (int digit = 0; digit < 10; digit++) {
      int wanted = digit;
      int[] counts =
          parts.stream()
              .mapToInt(part -> (int) IntStream.of(part).filter(i -> labels[i] == wanted).count())
              .toArray();
      assertThat(spread(counts)).as("digits %d per fold", digit).isLessThan(2);
    }
  }

  @Test
  void theSeedDecides() {
    int[] labels = IntStream.range(0, 200).map(i -> i % 10).toArray();

    assertThat(StratifiedFolds.of(labels, 5, 1).get(0))
        .isEqualTo(StratifiedFolds.of(labels, 5, 1).get(0))
        .isNotEqualTo(StratifiedFolds.of(labels, 5, 2).get(0));
  }

  /** The same on every machine and JDK: written down once, on JDK 17. */
  @Test
  void aSeedGivesTheSameFoldsForever() {
    int[] labels = IntStream.range(0, 12).map(i -> i % 2).toArray();

    assertThat(StratifiedFolds.of(labels, 3, 42))
        .containsExactly(new int[] {0, 1, 5, 8}, new int[] {4, 6, 7, 11}, new int[] {2, 3, 9, 10});
  }

  @Test
  void othersAreAllThatIsNotHeldOut() {
    assertThat(StratifiedFolds.others(6, new int[] {1, 4})).containsExactly(0, 2, 3, 5);
  }

  @Test
  void fewerThanTwoFoldsAreRefused() {
    assertThatThrownBy(() -> StratifiedFolds.of(new int[] {1, 2}, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("folds must be at least 2, not 1");
  }

  @Test
  void moreFoldsThanDigitsOfAClassAreRefusedByItsName() {
    int[] labels = {1, 1, 1, 1, 1, 3, 3, 3, 3, 8, 8, 8, 8, 8};

    assertThat(StratifiedFolds.of(labels, 4, 1)).hasSize(4);
    assertThatThrownBy(() -> StratifiedFolds.of(labels, 5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "digit 3 occurs 4 times, too few for 5 folds; take at most 4 folds, or add digits of"
                + " its class");
    assertThatThrownBy(() -> StratifiedFolds.of(new int[] {1, 1, 7}, 2, 1))
        .hasMessage("digit 7 occurs once, too few for 2 folds; add digits of its class");
  }

  @Test
  void noDigitsAreRefused() {
    assertThatThrownBy(() -> StratifiedFolds.of(new int[0], 2, 1))
        .hasMessage("there are no digits to deal to 2 folds");
  }

  /** Of some classes none, of the others at least as many as there are folds. */
  private static int[] labels(int folds, long seed) {
    Random random = new Random(seed);
    List<Integer> labels = new ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      int count = digit > 0 && random.nextInt(4) == 0 ? 0 : folds + random.nextInt(20);
      for (int i = 0; i < count; i++) {
        labels.add(random.nextInt(labels.size() + 1), digit);
      }
    }
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int spread(int... counts) {
    return IntStream.of(counts).max().orElseThrow() - IntStream.of(counts).min().orElseThrow();
  }
}
