package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentsTest {
  @Test
  void sharesInkByHowSureItIs() {
    Contents half = contents(/* digits= */ 3, /* probability= */ 0.5, /* smudge= */ 3);

    assertThat(half.score()).isEqualTo(3 * 4 * 0.25, within(1e-9));
    assertThat(half.share()).isEqualTo(3.0 / 15, within(1e-9));
  }

  @Test
  void hasNoShareWithoutInk() {
    Contents empty = new Contents(/* ink= */ null, List.of(), Map.of(), Dissection.none());

    assertThat(empty.share()).isZero();
    assertThat(empty.isSurelyUpright()).isFalse();
  }

  @Test
  void isUprightIfNearlyAllInkOfManyDigitsIsRead() {
    assertThat(contents(20, 0.99, 1).isSurelyUpright()).isTrue();
    assertThat(contents(19, 0.99, 1).isSurelyUpright()).as("few digits").isFalse();
    assertThat(contents(20, 0.97, 1).isSurelyUpright()).as("less sure digits").isFalse();
    assertThat(contents(20, 0.99, 4).isSurelyUpright()).as("a smudge").isFalse();
  }

  /** A line of digits, each of 4 pixels, and a smudge. */
  private static Contents contents(int digits, double probability, int smudge) {
    double[] probabilities = new double[Prediction.CLASSES];
    probabilities[7] = probability;
    probabilities[1] = 1 - probability;
    Reading digit = new Reading(ink(4), Prediction.of(probabilities));
    return new Contents(
        /* ink= */ null,
        List.of(Collections.nCopies(digits, digit)),
        Map.of(ink(smudge), Dropped.Reason.SPECK),
        Dissection.none());
  }

  private static Piece ink(int pixels) {
    byte[] levels = new byte[pixels];
    Arrays.fill(levels, (byte) 200);
    return new Piece(new Box(0, 0, pixels, 1), levels);
  }
}
