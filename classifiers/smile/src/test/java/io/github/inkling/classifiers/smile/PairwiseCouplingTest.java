package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairwiseCouplingTest {
  @Test
  void twoClassesKeepTheirPairwiseProbability() {
    double[] p = PairwiseCoupling.couple(new double[][] {{0, 0.8}, {0, 0}});

    // min (r_21 p_1 - r_12 p_2)^2 is reached where p_1 / p_2 = r_12 / r_21.
    assertThat(p).containsExactly(new double[] {0.8, 0.2}, within(1e-8));
  }

  @Property
  void consistentPairsGiveTheirDistributionBack(
      @ForAll @Size(min = 2, max = 10) List<@DoubleRange(min = 0.01, max = 1) Double> weights) {
    double sum = weights.stream().mapToDouble(w -> w).sum();
    int k = weights.size();
    double[][] pairs = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        pairs[i][j] = weights.get(i) / (weights.get(i) + weights.get(j));
      }
    }

    double[] p = PairwiseCoupling.couple(pairs);

    for (int i = 0; i < k; i++) {
      assertThat(p[i]).isCloseTo(weights.get(i) / sum, within(1e-5));
    }
  }

  @Test
  void contradictingPairsAreSettledAtTheMinimum() {
    // Rock, paper, scissors: each beats the next, so all are equally probable.
    double[] p = PairwiseCoupling.couple(new double[][] {{0, 0.9, 0.1}, {0, 0, 0.9}, {0, 0, 0}});

    assertThat(p).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-8));
  }

  @Test
  void certaintyIsNoDivisionByZero() {
    double[] p = PairwiseCoupling.couple(new double[][] {{0, 1, 1}, {0, 0, 0}, {0, 0, 0}});

    assertThat(p[0]).isCloseTo(1, within(1e-5));
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
  }
}
