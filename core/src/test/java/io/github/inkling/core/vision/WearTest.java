package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WearTest {
  private static final int SIDE = 40;

  @Test
  void someInkIsTakenAndNoneIsAdded() {
    double most = 0;
    double least = 1;
    double mean = 0;
    InkField ink = bar();
    for (int i = 0; i < 200; i++) {
      InkField left = Wear.wear(ink, new SplittableRandom(i));
      double sum = 0;
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        assertThat(left.levels()[pixel]).isBetween(0f, ink.levels()[pixel]);
        sum += left.levels()[pixel];
      }
      double share = sum / (10 * SIDE);
      most = Math.max(most, share);
      least = Math.min(least, share);
      mean += share / 200;
    }
    assertThat(mean).isBetween(0.7, 0.9);
    assertThat(most).isGreaterThan(0.95);
    assertThat(least).as("a line along the bar").isBetween(0.1, 0.7);
  }

  @Test
  void theSameNumbersTakeTheSameInk() {
    assertThat(Wear.wear(bar(), new SplittableRandom(7)).levels())
        .isEqualTo(Wear.wear(bar(), new SplittableRandom(7)).levels())
        .isNotEqualTo(Wear.wear(bar(), new SplittableRandom(8)).levels());
  }

  /** A bar of 10 rows across the field. */
  private static InkField bar() {
    float[] levels = new float[SIDE * SIDE];
    Arrays.fill(levels, 15 * SIDE, 25 * SIDE, 1);
    return new InkField(SIDE, SIDE, levels);
  }
}
