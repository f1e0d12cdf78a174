package io.github.inkling.classifiers.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coupling as a graph, against the bordered equations in doubles. */
class PairwiseCouplingTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10})
  void itSolvesTheEquationsOfTheModelFile(int k) throws OrtException {
    Random random = new Random(k);
    int machines = k * (k - 1) / 2;
    float[][] exponents = new float[300][machines];
    for (int row = 0; row < exponents.length; row++) {
      // From pairs that hardly tell classes apart to pairs that are sure, agree or not.
      double scale = Math.pow(10, row % 5 - 2);
      for (int machine = 0; machine < machines; machine++) {
        exponents[row][machine] = (float) (scale * random.nextGaussian());
      }
    }
    requireSolutions(k, exponents);
  }

  /** The pairs of one distribution, of which Q is singular. */
  @Test
  void pairsThatAgreeGiveTheDistributionThatTheyAreOf() throws OrtException {
    double[] p = {0.5, 0.3, 0.15, 0.05};
    float[] exponents = new float[6];
    for (int i = 0, machine = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++, machine++) {
        exponents[machine] = (float) Math.log(p[i] / p[j]);
      }
    }
    float[] coupled = couple(4, exponents)[0];
    for (int i = 0; i < 4; i++) {
      assertThat((double) coupled[i]).isCloseTo(p[i], offset(1e-6));
    }
  }

  /** Beyond what the probabilities of pairs are kept within. */
  @Test
  void aClassThatIsSureOfItselfTakesAll() throws OrtException {
    float[] exponents = new float[45];
    for (int i = 0, machine = 0; i < 10; i++) {
      for (int j = i + 1; j < 10; j++, machine++) {
        exponents[machine] = i == 3 ? 1e4f : j == 3 ? -1e4f : 0;
      }
    }
    requireSolutions(10, exponents);
    assertThat(couple(10, exponents)[0][3]).isGreaterThan(0.99999f);
  }

  private static void requireSolutions(int k, float[]... exponents) throws OrtException {
    float[][] actual = couple(k, exponents);
    for (int row = 0; row < exponents.length; row++) {
      double[] expected = solve(k, exponents[row]);
      for (int i = 0; i < k; i++) {
        assertThat(Math.abs(actual[row][i] - expected[i]))
            .as("row %d, class %d", row, i)
            .isLessThan(1e-5);
      }
    }
  }

  private static float[][] couple(int k, float[]... exponents) throws OrtException {
    Graph graph = new Graph();
    int machines = k * (k - 1) / 2;
    Tensor input = graph.input("exponents", machines);
    graph.output("probabilities", PairwiseCoupling.couple(k, input), k);
    FloatBuffer values = FloatBuffer.allocate(exponents.length * machines);
    for (float[] row : exponents) {
      values.put(row);
    }
    try (RunningGraph running = new RunningGraph(OnnxExport.model(graph).build().toByteArray())) {
      return running.run(values.rewind(), exponents.length, machines);
    }
  }

  /** {@code Q p - b 1 = 0} and {@code Σ p = 1}, by elimination with pivots. */
  private static double[] solve(int k, float[] exponents) {
    double[][] rows = new double[k + 1][k + 2];
    for (int i = 0, machine = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++, machine++) {
        double r = 1 / (1 + Math.exp(-exponents[machine]));
        r = Math.min(Math.max(r, 1e-7), 1 - 1e-7);
        rows[i][i] += (1 - r) * (1 - r);
        rows[j][j] += r * r;
        rows[i][j] = -r * (1 - r);
        rows[j][i] = rows[i][j];
      }
      rows[i][k] = -1;
      rows[k][i] = 1;
    }
    rows[k][k + 1] = 1;
    for (int step = 0; step <= k; step++) {
      int pivot = step;
      for (int row = step; row <= k; row++) {
        pivot = Math.abs(rows[row][step]) > Math.abs(rows[pivot][step]) ? row : pivot;
      }
      double[] swap = rows[step];
      rows[step] = rows[pivot];
      rows[pivot] = swap;
      for (int row = 0; row <= k; row++) {
        double factor = row == step ? 0 : rows[row][step] / rows[step][step];
        for (int column = step; factor != 0 && column <= k + 1; column++) {
          rows[row][column] -= factor * rows[step][column];
        }
      }
    }
    double[] p = new double[k];
    for (int i = 0; i < k; i++) {
      p[i] = rows[i][k + 1] / rows[i][i];
    }
    return p;
  }
}
