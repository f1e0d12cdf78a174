package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattSigmoidTest {
  @Test
  void theSigmoidHasItsTextbookValues() {
    PlattSigmoid sigmoid = new PlattSigmoid(-2, 0);

    assertThat(sigmoid.probability(0)).isEqualTo(0.5);
    assertThat(sigmoid.probability(1)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
    assertThat(sigmoid.probability(1000)).isEqualTo(1);
    assertThat(sigmoid.probability(-1000)).isZero();
  }

  /**
   * With two decision values only, the model can meet the mean target at each: of f = 1, 30 of 40
   * are positive; of f = -1, 10 of 40. The targets are (40 + 1) / (40 + 2) and 1 / (40 + 2).
   */
  @Test
  void fitsTwoValuesExactly() {
    double[] decisions = new double[80];
    boolean[] first = new boolean[80];
    for (int i = 0; i < 80; i++) {
      decisions[i] = i < 40 ? 1 : -1;
      first[i] = i < 30 || i >= 70;
    }
    double high = 41.0 / 42;
    double low = 1.0 / 42;

    PlattSigmoid sigmoid = PlattSigmoid.fit(decisions, first);

    assertThat(sigmoid.probability(1)).isCloseTo(0.75 * high + 0.25 * low, within(1e-6));
    assertThat(sigmoid.probability(-1)).isCloseTo(0.25 * high + 0.75 * low, within(1e-6));
    assertThat(sigmoid.b()).isCloseTo(0, within(1e-6));
  }

  @Test
  void recoversTheModelThatMadeTheLabels() {
    PlattSigmoid truth = new PlattSigmoid(-3, 0.5);
    SplittableRandom random = new SplittableRandom(1);
    double[] decisions = new double[50_000];
    boolean[] first = new boolean[decisions.length];
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = 4 * random.nextDouble() - 2;
      first[i] = random.nextDouble() < truth.probability(decisions[i]);
    }

    PlattSigmoid fitted = PlattSigmoid.fit(decisions, first);

    assertThat(fitted.a()).isCloseTo(truth.a(), within(0.1));
    assertThat(fitted.b()).isCloseTo(truth.b(), within(0.05));
  }

  @Test
  void parametersThatAreNotFiniteAreRefused() {
    assertThatThrownBy(() -> new PlattSigmoid(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new PlattSigmoid(-1, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Infinity");
  }

  @Test
  void hugeDecisionsAreFittedAsFarAsNumbersGo() {
    PlattSigmoid sigmoid =
        PlattSigmoid.fit(new double[] {1e300, 1e300, -1e300}, new boolean[] {true, false, false});

    assertThat(sigmoid.probability(1e300)).isBetween(0.0, 1.0);
  }

  @Test
  void separableAndConstantValuesStayFinite() {
    PlattSigmoid separable =
        PlattSigmoid.fit(
            new double[] {1e6, 2e6, -1e6, -2e6}, new boolean[] {true, true, false, false});
    PlattSigmoid constant =
        PlattSigmoid.fit(new double[] {3, 3, 3, 3}, new boolean[] {true, true, true, false});

    assertThat(separable.probability(1e6)).isGreaterThan(0.5).isLessThanOrEqualTo(1);
    assertThat(constant.probability(3)).isCloseTo((3 * 0.8 + 1.0 / 3) / 4, within(1e-6));
  }
}
