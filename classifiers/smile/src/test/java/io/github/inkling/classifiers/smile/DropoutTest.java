package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  private static final int COUNT = 200_000;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
  void theShareIsDroppedAndTheMeanStays(double share) {
    float[] values = dropped(share, 1, COUNT);
    double sum = 0;
    int zeros = 0;
    for (float value : values) {
      sum += value;
      zeros += value == 0 ? 1 : 0;
      assertThat(value).isIn(0f, new Dropout(share, new SplittableRandom(1)).scale());
    }

    // Five standard deviations of the number of zeros, and what they do to the mean.
    double spread = 5 * Math.sqrt(share * (1 - share) / COUNT);
    assertThat((double) zeros / COUNT).isCloseTo(share, within(spread + 1e-5));
    assertThat(sum / COUNT).isCloseTo(1, within(spread / (1 - share) + 1e-4));
  }

  @Test
  void theSameSeedDropsTheSameValues() {
    assertThat(dropped(0.5, 7, 1000)).isEqualTo(dropped(0.5, 7, 1000));
    assertThat(dropped(0.5, 7, 1000)).isNotEqualTo(dropped(0.5, 8, 1000));
  }

  @Test
  void valuesBehindTheCountStay() {
    float[] values = new float[10];
    Arrays.fill(values, 1);

    new Dropout(0.9, new SplittableRandom(1)).apply(values, 5);

    assertThat(Arrays.copyOfRange(values, 5, 10)).containsOnly(1);
  }

  private static float[] dropped(double share, long seed, int count) {
    float[] values = new float[count];
    Arrays.fill(values, 1);
    new Dropout(share, new SplittableRandom(seed)).apply(values, count);
    return values;
  }
}
