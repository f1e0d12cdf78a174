package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DistanceTransformTest {
  @Test
  void aKnightsMoveIsTheRootOfFive() {
    boolean[] set = new boolean[5 * 4];
    set[1 * 5 + 1] = true;

    float[] distances = DistanceTransform.of(set, 5);

    assertThat(distances[1 * 5 + 1]).isZero();
    assertThat(distances[1 * 5 + 4]).isEqualTo(3);
    assertThat(distances[3 * 5 + 2]).isCloseTo((float) Math.sqrt(5), within(1e-6f));
    assertThat(distances[0]).isCloseTo((float) Math.sqrt(2), within(1e-6f));
  }

  @Test
  void nothingIsNearToAnEmptySet() {
    assertThat(DistanceTransform.of(new boolean[12], 4)).hasSize(12);
    for (float distance : DistanceTransform.of(new boolean[12], 4)) {
      assertThat(distance).isGreaterThan(1000);
    }
  }

  @RepeatedTest(20)
  void everyDistanceIsThatToTheNearestOfAll(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int width = random.nextInt(1, 30);
    int height = random.nextInt(1, 30);
    boolean[] set = new boolean[width * height];
    for (int i = 0; i < set.length; i++) {
      set[i] = random.nextInt(20) == 0;
    }
    set[random.nextInt(set.length)] = true;

    float[] distances = DistanceTransform.of(set, width);

    for (int i = 0; i < set.length; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < set.length; j++) {
        if (set[j]) {
          int rows = i / width - j / width;
          nearest = Math.min(nearest, Math.hypot(i % width - j % width, rows));
        }
      }
      assertThat((double) distances[i]).isCloseTo(nearest, within(1e-4));
    }
  }
}
