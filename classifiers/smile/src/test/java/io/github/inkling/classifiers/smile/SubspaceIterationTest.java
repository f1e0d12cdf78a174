package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubspaceIterationTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 60;
  private static final int COUNT = 20;

  /** A large common part, of which rounding alone is as large as much of what differs. */
  @ParameterizedTest
  @ValueSource(floats = {0, 100, 1000})
  void directionsAreOrthonormalWhereverTheDigitsLie(float offset) {
    double[][] directions = directions(noise(offset));

    for (int i = 0; i < COUNT; i++) {
      assertThat(dot(directions[i], directions[i])).isCloseTo(1, within(1e-9));
      for (int j = 0; j < i; j++) {
        assertThat(dot(directions[i], directions[j])).isCloseTo(0, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1000})
  void theSameDigitsGiveTheSameBits(float offset) {
    assertThat(directions(noise(offset))).isEqualTo(directions(noise(offset)));
  }

  private static double[][] directions(FeatureMatrix digits) {
    return SubspaceIteration.directions(digits, new float[COLUMNS], COUNT, () -> {});
  }

  private static FeatureMatrix noise(float offset) {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = offset + (float) random.nextDouble(-1, 1);
    }
    return FeatureMatrix.wrap(ROWS, COLUMNS, values);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      sum += a[f] * b[f];
    }
    return sum;
  }
}
