package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NestedSubsetsTest {
  @Property(tries = 100)
  void everySubsetHasItsShareOfEachClassAndContainsTheSmallerOnes(
      @ForAll @IntRange(min = 2, max = 60) int size, @ForAll long seed) {
    int[] labels = uneven(size, seed);
    int[] all =
        IntStream.range(0, 10).map(digit -> count(labels, everything(size), digit)).toArray();

    NestedSubsets subsets = NestedSubsets.of(labels, seed);

    int[] smaller = subsets.first(subsets.leastOfTwoClasses());
    for (int count = subsets.leastOfTwoClasses(); count <= size; count++) {
      int[] subset = subsets.first(count);
      assertThat(subset).hasSize(count).isSorted().doesNotHaveDuplicates().contains(smaller);
      for (int digit = 0; digit < 10; digit++) {
        double quota = (double) count * all[digit] / size;
        assertThat(count(labels, subset, digit))
            .as("digits %d among %d of %d", digit, count, size)
            .isBetween((int) Math.floor(quota + 1e-9), (int) Math.ceil(quota - 1e-9));
      }
      smaller = subset;
    }
    assertThat(smaller).isEqualTo(everything(size));
  }

  @Test
  void theSeedDecidesWhichDigitsComeFirst() {
    int[] labels = IntStream.range(0, 100).map(i -> i % 10).toArray();

    assertThat(NestedSubsets.of(labels, 1).first(20))
        .isEqualTo(NestedSubsets.of(labels, 1).first(20))
        .isNotEqualTo(NestedSubsets.of(labels, 2).first(20));
  }

  /**
   * Of four digits 5 and one 8, the 8 comes last: with four, 4 / (3 + 1) and 1 / (0 + 1) are equal.
   */
  @Test
  void aSubsetOfOneClassAndOneThatIsTooLargeAreRefused() {
    NestedSubsets subsets = NestedSubsets.of(new int[] {5, 5, 8, 5, 5}, 1);

    assertThat(subsets.leastOfTwoClasses()).isEqualTo(5);
    assertThat(subsets.first(5)).contains(2);
    assertThatThrownBy(() -> subsets.first(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a subset to train on must have 5 to 5 digits, not 1: fewer are of one class, and more"
                + " there are none");
    assertThatThrownBy(() -> subsets.first(6)).hasMessageContaining("5 to 5 digits, not 6");
  }

  @Test
  void digitsOfOneClassHaveNoSubsetToTrainOn() {
    NestedSubsets subsets = NestedSubsets.of(new int[] {3, 3, 3}, 1);

    assertThat(subsets.leastOfTwoClasses()).isEqualTo(4);
    assertThatThrownBy(() -> subsets.first(3))
        .hasMessage("all 3 digits are of one class; a subset to train on needs two");
  }

  /** At least two classes, some of them rare. */
  private static int[] uneven(int size, long seed) {
    Random random = new Random(seed);
    int classes = 2 + random.nextInt(9);
    int[] labels =
        random.doubles(size).mapToInt(share -> (int) (Math.pow(share, 3) * classes)).toArray();
    labels[0] = 0;
    labels[size - 1] = classes - 1;
    return labels;
  }

  private static int[] everything(int size) {
    return IntStream.range(0, size).toArray();
  }

  private static int count(int[] labels, int[] indices, int digit) {
    return (int) Arrays.stream(indices).filter(i -> labels[i] == digit).count();
  }
}
