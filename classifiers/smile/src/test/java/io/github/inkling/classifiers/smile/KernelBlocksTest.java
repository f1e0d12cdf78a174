package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.TrainingSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Class 1 has 150 digits and class 6 has 75, in turn and not ordered. */
class KernelBlocksTest {
  private static final int WIDTH = 60;
  private static final double GAMMA = 0.1;

  private final TrainingSet set = set();
  private final ClassOrder order = new ClassOrder(set);
  private final KernelBlocks blocks =
      new KernelBlocks(set.features(), order, new KernelFunction(KernelType.RBF, GAMMA, 3, 1));

  @AfterEach
  void release() {
    blocks.close();
  }

  @Test
  void theValuesAreThoseOfTheFormula() {
    float[][] across = blocks.rectangle(0, 150, 150, 75);

    for (int i = 0; i < 150; i++) {
      for (int j = 0; j < 75; j++) {
        assertThat((double) across[i][j]).isCloseTo(formula(i, 150 + j), within(1e-6));
      }
    }
  }

  @Test
  void aSquareIsSymmetricWithOnesOnItsDiagonal() {
    float[][] square = blocks.square(0, 150);

    for (int i = 0; i < 150; i++) {
      assertThat((double) square[i][i]).isCloseTo(1, within(1e-5));
      for (int j = 0; j < i; j++) {
        assertThat(square[i][j]).isEqualTo(square[j][i]);
        assertThat((double) square[i][j]).isCloseTo(formula(i, j), within(1e-6));
      }
    }
  }

  @Test
  void squaresRectanglesAndRowsHaveTheSameBits() {
    float[][] square = blocks.square(0, 225);
    float[][] rectangle = blocks.rectangle(0, 150, 150, 75);
    float[] row = new float[225];

    for (int i = 0; i < 225; i++) {
      blocks.row(i, 0, 150, row, 0);
      blocks.row(i, 150, 75, row, 150);
      assertThat(row).isEqualTo(square[i]);
      for (int j = 0; i < 150 && j < 75; j++) {
        assertThat(rectangle[i][j]).isEqualTo(square[i][150 + j]);
      }
    }
  }

  private double formula(int row, int other) {
    float[] a = set.features().row(order.digit(row));
    float[] b = set.features().row(order.digit(other));
    double distance = 0;
    for (int f = 0; f < WIDTH; f++) {
      distance += ((double) a[f] - b[f]) * ((double) a[f] - b[f]);
    }
    return Math.exp(-GAMMA * distance);
  }

  private static TrainingSet set() {
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[225 * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    int[] labels = new int[225];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 3 == 0 ? 6 : 1;
    }
    return new TrainingSet(FeatureMatrix.wrap(225, WIDTH, values), labels);
  }
}
