package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CombinationTest {
  private static final MemberAnswers TWO =
      Answers.toOneDigit(Answers.of(0.8, 0.2), Answers.of(0.5, 0.5));

  @Test
  void thePoolMultipliesPowersOfProbabilities() {
    // 0.8^2 * 0.5 : 0.2^2 * 0.5 = 16 : 1
    assertStartsWith(new LogarithmicPool(new double[] {2, 1}), TWO, 16.0 / 17, 1.0 / 17);
    // The square root of 0.8 : 0.2 is 2 : 1.
    assertStartsWith(new LogarithmicPool(new double[] {0.5, 0}), TWO, 2.0 / 3, 1.0 / 3);
  }

  @Test
  void theAverageIsTheWeightedMean() {
    assertStartsWith(new LinearPool(new double[] {0.75, 0.25}), TWO, 0.725, 0.275);
    assertStartsWith(new LinearPool(new double[] {3, 1}), TWO, 0.725, 0.275);
  }

  @Test
  void stackingHasAWeightForEachClassAndABias() {
    double[] weights = new double[20];
    weights[0] = 1; // member 0, digit 0
    weights[11] = 2; // member 1, digit 1
    double[] biases = new double[10];
    biases[1] = Math.log(2);
    ModelState state =
        new ModelState(
            "ensemble",
            Map.of(),
            Map.of("weights", ModelArray.of(weights, 2, 10), "biases", ModelArray.of(biases, 10)));

    // 0.8 : 2 * 0.5^2
    assertStartsWith(Stacking.restore(state, 2), TWO, 0.8 / 1.3, 0.5 / 1.3);
  }

  @Test
  void oneMembersZeroIsNoVetoButAllTheirsIs() {
    MemberAnswers answers = Answers.toOneDigit(Answers.of(1, 0, 0), Answers.of(0.5, 0.5, 0));

    double[] p = CombinationMethod.POOL.equal(2).combine(answers, 0);

    assertThat(p[1] / p[0]).isCloseTo(Math.sqrt(MemberAnswers.FLOOR), within(1e-12));
    assertThat(p[2]).isZero();
    assertThat(CombinationMethod.AVERAGE.equal(2).combine(answers, 0)).startsWith(0.75, 0.25, 0);
    assertThat(CombinationMethod.STACK.equal(2).combine(answers, 0)).containsExactly(p);
  }

  @Test
  void anAverageWhoseMembersThatCountAreSilentAsksTheOthers() {
    Prediction silent = Prediction.rejected(Rejection.AMBIGUOUS);
    MemberAnswers answers = Answers.toOneDigit(silent, Answers.of(0.9, 0.1));

    assertStartsWith(new LinearPool(new double[] {1, 0}), answers, 0.9, 0.1);
  }

  @Test
  void aDigitThatAllMembersRejectIsRejected() {
    Prediction silent = Prediction.rejected(Rejection.AMBIGUOUS);

    assertThat(
            EnsembleClassifier.combine(
                CombinationMethod.POOL.equal(2), Answers.toOneDigit(silent, silent)))
        .isEqualTo(List.of(silent));
  }

  @ParameterizedTest
  @EnumSource(CombinationMethod.class)
  void whatIsRestoredCombinesTheSame(CombinationMethod method) {
    JudgedAnswers judged = Answers.noisy(300, 5, 3, 2, 1);
    Combination fitted = method.fit(judged);

    ModelState state = new ModelState("ensemble", Map.of(), fitted.arrays());
    Combination restored = CombinationMethod.of(method.text()).restore(state, 3);

    for (int digit = 0; digit < judged.digits(); digit++) {
      assertThat(restored.combine(judged.answers(), digit))
          .containsExactly(fitted.combine(judged.answers(), digit));
    }
    assertThat(restored.method()).isEqualTo(method);
  }

  @Test
  void weightsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogarithmicPool(new double[] {1, -0.5}))
        .withMessage("an ensemble's weight must be at least 0 and finite, not -0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearPool(new double[] {0, 0}))
        .withMessage("the sum of an ensemble's weights must be above 0 and finite, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogarithmicPool(new double[] {1e300, 1}))
        .withMessageContaining("must be in -1000000..1000000, not 1.0E300");
  }

  @Test
  void anUnknownMethodIsRefusedNamingTheOthers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CombinationMethod.of("vote"))
        .withMessage(
            "there is no method 'vote' to combine answers; known are pool, average, stack");
  }

  private static void assertStartsWith(
      Combination combination, MemberAnswers answers, double first, double second) {
    double[] p = combination.combine(answers, 0);
    assertThat(p[0]).isCloseTo(first, within(1e-12));
    assertThat(p[1]).isCloseTo(second, within(1e-12));
    assertThat(p).hasSize(10).endsWith(0, 0, 0, 0, 0, 0, 0, 0);
  }
}
