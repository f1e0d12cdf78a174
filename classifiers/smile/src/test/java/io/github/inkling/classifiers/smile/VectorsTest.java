package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorsTest {
  @Test
  void addsAVectorToARowAndARowToAVector() {
    float[] values = {1, 2, 3, 4, 5, 6};
    float[] vector = {10, 20};

    Vectors.add(vector, values, 2);
    Vectors.addRow(values, 4, vector);

    assertThat(values).containsExactly(1, 2, 13, 24, 5, 6);
    assertThat(vector).containsExactly(15, 26);
  }

  @Test
  void rectifiesTheFirstValues() {
    float[] values = {-1, 2, 0, -3};

    Vectors.rectify(values, 3);

    assertThat(values).containsExactly(0, 2, 0, -3);
  }

  @Test
  void gradientsPassWhereTheOutputIsPositive() {
    float[] deltas = {1, 2, -3, 4};

    Vectors.scaleWherePositive(new float[] {0.5f, 0, 7, 1}, 2, deltas, 3);

    assertThat(deltas).containsExactly(2, 0, -6, 4);
  }

  /** v = 0.5 · 2 - 0.25 · (3 + 0.25 · 4) = 0, and with a gradient of 1 it is 0.5. */
  @Test
  void descendsWithMomentumAndDecay() {
    float[] weights = {4, 4};
    float[] steps = {2, 2};

    Vectors.descend(weights, steps, new float[] {3, 1}, 0.25f, 0.5f, 0.25f);

    assertThat(steps).containsExactly(0, 0.5f);
    assertThat(weights).containsExactly(4, 4.5f);
  }
}
