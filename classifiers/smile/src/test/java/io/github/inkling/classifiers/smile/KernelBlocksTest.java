package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.TrainingSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
  void aSquareHasTheValuesOfTheFormulaAndIsSymmetric() {
    int[] rows = {3, 224, 17, 150, 0, 149, 40};

    assertSquare(blocks.square(rows), rows);
  }

  /** More rows than a panel has. */
  @Test
  void aLargeSquareIsPutTogetherFromPanels() {
    int[] rows = IntStream.range(0, 225).map(i -> 224 - i).toArray();

    assertSquare(blocks.square(rows), rows);
  }

  private void assertSquare(float[][] square, int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      assertThat((double) square[i][i]).isCloseTo(1, within(1e-5));
      for (int j = 0; j < rows.length; j++) {
        assertThat(square[i][j]).isEqualTo(square[j][i]);
        assertThat((double) square[i][j]).isCloseTo(formula(rows[i], rows[j]), within(1e-5));
      }
    }
  }

  @Test
  void theDecisionsAreSumsOfTheFormula() {
    // The second class comes first in this pair.
    Pair pair = new Pair(0, 150, 75, 0, 150);
    PairMachine machine =
        new PairMachine(new int[] {0, 74, 75, 224}, new double[] {2, 1, -1, -2}, 0.5);

    double[] decisions = blocks.decisions(machine, pair);

    assertThat(decisions).hasSize(225);
    for (int item = 0; item < 225; item++) {
      int row = pair.row(item);
      double expected =
          0.5 + 2 * formula(150, row) + formula(224, row) - formula(0, row) - 2 * formula(149, row);
      assertThat(decisions[item]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void withoutSupportVectorsEveryDecisionIsTheIntercept() {
    PairMachine machine = new PairMachine(new int[0], new double[0], -0.25);

    assertThat(blocks.decisions(machine, new Pair(0, 0, 150, 150, 75))).containsOnly(-0.25);
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
