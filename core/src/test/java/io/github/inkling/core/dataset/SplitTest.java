package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.GrayImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  /** 4 of 10: quotas 2.4, 1.2 and 0.4, of which the equal remainders favour the smaller digit. */
  @Test
  void remainingDigitsGoToTheLargestRemainders() {
    LabeledDigits digits = labelled(0, 0, 0, 0, 0, 0, 1, 1, 1, 7);

    Split split = Split.stratified(digits, 4, 1);

    assertThat(split.train().classCounts()).containsExactly(3, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(split.rest().classCounts()).containsExactly(3, 2, 0, 0, 0, 0, 0, 1, 0, 0);
  }

  @Test
  void aSingleDigitOfAClassIsInTheFirstPartIfThatIsTheLargerOne() {
    LabeledDigits digits = labelled(0, 0, 0, 0, 0, 1, 1, 1, 1, 7);

    assertThat(Split.stratified(digits, 0.9, 1).train().classCounts()[7]).isOne();
    assertThat(Split.stratified(digits, 0.1, 1).rest().classCounts()[7]).isOne();
  }

  @Test
  void anotherSeedTakesOtherDigitsOfTheSameClasses() {
    int[] labels = IntStream.range(0, 200).map(i -> i % 10).toArray();

    int[] first = Split.indices(labels, 100, 1);

    assertThat(first).isEqualTo(Split.indices(labels, 100, 1));
    assertThat(first).isNotEqualTo(Split.indices(labels, 100, 2));
  }

  /** The same on every machine and JDK: written down once, on JDK 17. */
  @Test
  void aSeedGivesTheSameSplitForever() {
    int[] labels = IntStream.range(0, 20).map(i -> i % 2).toArray();

    assertThat(Split.indices(labels, 6, 42)).containsExactly(5, 13, 14, 15, 16, 18);
  }

  @Property(tries = 300)
  void bothPartsAreTheWholeAndEachClassHasItsShare(
      @ForAll @IntRange(min = 2, max = 300) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] labels = random.ints(size, 0, 1 + random.nextInt(10)).toArray();
    int count = Math.min(size - 1, Math.max(1, (int) (share * size)));
    LabeledDigits digits = labelled(labels);

    Split split = Split.stratified(digits, count, seed);

    assertThat(split.train().size()).isEqualTo(count);
    assertThat(split.rest().size()).isEqualTo(size - count);
    assertThat(numbers(split.train())).isSorted().doesNotHaveDuplicates();
    assertThat(numbers(split.rest())).isSorted();
    assertThat(Stream.concat(numbers(split.train()).stream(), numbers(split.rest()).stream()))
        .containsExactlyInAnyOrderElementsOf(numbers(digits));
    for (int digit = 0; digit < 10; digit++) {
      double quota = (double) count * digits.classCounts()[digit] / size;
      assertThat(split.train().classCounts()[digit])
          .isBetween((int) Math.floor(quota - 1e-9), (int) Math.ceil(quota + 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
  void aShareOutOfRangeIsRefused(double share) {
    assertThatThrownBy(() -> Split.stratified(labelled(1, 2), share, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share must be above 0 and below 1, not " + share);
  }

  @Test
  void aPartWithoutDigitsIsRefused() {
    assertThatThrownBy(() -> Split.stratified(labelled(1, 2, 3), 0.01, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("of 3 digits, a split must take at least 1 and leave at least 1, not take 0");
    assertThatThrownBy(() -> Split.stratified(labelled(1, 2, 3), 3, 1))
        .hasMessageEndingWith("not take 3");
    assertThatThrownBy(() -> Split.stratified(labelled(), 1, 1))
        .hasMessageStartingWith("of 0 digits");
  }

  /** Pictures of four pixels that spell the number of the digit. */
  private static LabeledDigits labelled(int... labels) {
    List<GrayImage> images = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      images.add(GrayImage.of(4, 1, ByteBuffer.allocate(4).putInt(i).array()));
    }
    return new LabeledDigits("numbered", images, labels);
  }

  private static List<Integer> numbers(LabeledDigits digits) {
    return digits.images().stream().map(image -> ByteBuffer.wrap(image.pixels()).getInt()).toList();
  }
}
