package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.GrayImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LabeledDigitsTest {
  /** By {@code sha256sum} of 00000005 00000002 00000001 00ff 00000000 00000001 00000001 80. */
  @Test
  void theContentHashIsTheSha256ThatItsDocumentationDescribes() {
    LabeledDigits digits =
        new LabeledDigits(
            "two",
            List.of(
                GrayImage.of(2, 1, new byte[] {0, (byte) 255}),
                GrayImage.of(1, 1, new byte[] {(byte) 128})),
            new int[] {5, 0});

    assertThat(digits.contentHash())
        .isEqualTo("8959498398584521687e6ffafb19e91612c3429753b3a171f6c8e455b5bfb53f");
  }

  @Test
  void theContentHashTellsShapesAndOrdersApartButNotNames() {
    LabeledDigits digits = numbered(3);
    LabeledDigits wide = one("wide", GrayImage.of(2, 1, new byte[2]));
    LabeledDigits high = one("high", GrayImage.of(1, 2, new byte[2]));

    assertThat(digits.contentHash())
        .isEqualTo(new LabeledDigits("x", digits.images(), digits.labels()).contentHash())
        .isNotEqualTo(digits.select(0, 2, 1).contentHash())
        .isNotEqualTo(digits.select(0, 1).contentHash());
    assertThat(wide.contentHash()).isNotEqualTo(high.contentHash());
  }

  @Test
  void picturesAndLabelsMustFit() {
    GrayImage pixel = GrayImage.of(1, 1, new byte[1]);

    assertThatThrownBy(() -> new LabeledDigits("x", List.of(pixel), new int[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x: 1 pictures, but 2 labels");
    assertThatThrownBy(() -> new LabeledDigits("x", List.of(pixel), new int[] {10}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x: label 10 of picture 0 is not in 0..9");
  }

  @Test
  void classesAreCounted() {
    assertThat(numbered(23).classCounts()).containsExactly(3, 3, 3, 2, 2, 2, 2, 2, 2, 2);
  }

  @Test
  void theFirstDigitsAreAllIfThereAreNoMore() {
    LabeledDigits digits = numbered(12);

    assertThat(digits.first(3).labels()).containsExactly(0, 1, 2);
    assertThat(digits.first(3).images()).isEqualTo(digits.images().subList(0, 3));
    assertThat(digits.first(0).size()).isZero();
    assertThat(digits.first(13).images()).isEqualTo(digits.images());
    assertThat(digits.first(3).name()).isEqualTo("numbered");
  }

  /** Java's own shuffle is documented to walk from the last element backwards, as ours does. */
  @Property(tries = 100)
  void aShuffleIsThatOfJavasCollections(
      @ForAll @IntRange(min = 1, max = 200) int size, @ForAll long seed) {
    List<Integer> expected = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(expected, new Random(seed));

    LabeledDigits shuffled = numbered(size).shuffle(seed);

    assertThat(shuffled.images())
        .extracting(image -> image.at(0, 0))
        .containsExactlyElementsOf(expected);
    assertThat(shuffled.labels())
        .isEqualTo(expected.stream().mapToInt(number -> number % 10).toArray());
  }

  private static LabeledDigits one(String name, GrayImage image) {
    return new LabeledDigits(name, List.of(image), new int[] {1});
  }

  /** Pictures of one pixel that is their number, whose last digit is the label. */
  private static LabeledDigits numbered(int size) {
    List<GrayImage> images = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      images.add(GrayImage.of(1, 1, new byte[] {(byte) i}));
    }
    return new LabeledDigits(
        "numbered", images, IntStream.range(0, size).map(i -> i % 10).toArray());
  }
}
