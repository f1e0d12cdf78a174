package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticFieldTest {
  private static final int SIZE = 28;
  private static final int DRAWS = 20_000;

  /** Theory of Gaussian smoothing: neighbours at distance d correlate by exp(-d^2 / 4 sigma^2). */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2.5, 4, 7.3})
  void theFieldIsWhiteNoiseSmoothedByAGaussian(double sigma) {
    ElasticField field = new ElasticField(0.8, sigma);
    SplittableRandom random = new SplittableRandom(1);
    double[] sum = new double[3];
    double[] square = new double[3];
    double across = 0;
    double down = 0;
    double axes = 0;
    int corner = place(0, 0);
    int middle = place(14, 14);
    int edge = place(27, 9);
    int lag = 3;
    for (int draw = 0; draw < DRAWS; draw++) {
      float[] values = field.draw(random);
      int i = 0;
      for (int place : new int[] {corner, middle, edge}) {
        sum[i] += values[place];
        square[i++] += values[place] * values[place];
      }
      across += values[middle] * values[place(14 + lag, 14)];
      down += values[corner] * values[place(0, lag)];
      axes += values[middle] * values[middle + ElasticField.AXIS_Y];
    }

    double variance = 0.8 * 0.8;
    for (int i = 0; i < 3; i++) {
      assertThat(sum[i] / DRAWS).isCloseTo(0, within(0.03));
      assertThat(square[i] / DRAWS).isCloseTo(variance, within(0.03));
    }
    double theory = variance * Math.exp(-lag * lag / (4 * sigma * sigma));
    assertThat(across / DRAWS).isCloseTo(theory, within(0.03));
    assertThat(down / DRAWS).isCloseTo(theory, within(0.03));
    assertThat(axes / DRAWS).as("x and y are drawn by themselves").isCloseTo(0, within(0.03));
  }

  @Test
  void neighboursAreDisplacedNearlyAlike() {
    ElasticField field = new ElasticField(1, 4);
    SplittableRandom random = new SplittableRandom(2);
    for (int draw = 0; draw < 200; draw++) {
      float[] values = field.draw(random);
      for (int y = 0; y < SIZE - 1; y++) {
        for (int x = 0; x < SIZE - 1; x++) {
          assertThat(values[place(x + 1, y)]).isCloseTo(values[place(x, y)], within(1f));
          assertThat(values[place(x, y + 1)]).isCloseTo(values[place(x, y)], within(1f));
          assertThat(values[place(x, y)]).isBetween(-6.2f, 6.2f);
        }
      }
    }
  }

  private static int place(int x, int y) {
    return y * ElasticField.ROW + x;
  }
}
