package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights that are fitted are those of the least log loss. */
class FittingTest {
  @Test
  void thePoolsWeightsAreThoseThatTheTruthWasDrawnWith() {
    double[] truth = {0.3, 0.9, 0};
    MemberAnswers opinions = Answers.noisy(20_000, 1, 2, 2, 2).answers();
    int[] labels = drawn(new LogarithmicPool(truth), opinions, 7);

    Combination fitted = CombinationMethod.POOL.fit(new JudgedAnswers(opinions, labels));

    for (int m = 0; m < truth.length; m++) {
      assertThat(fitted.weight(m)).isCloseTo(truth[m], within(0.03));
    }
  }

  @Test
  void theAveragesWeightsAreThoseThatTheTruthWasDrawnWith() {
    double[] truth = {0.2, 0.7, 0.1};
    MemberAnswers opinions = Answers.noisy(20_000, 2, 2, 2, 2).answers();
    int[] labels = drawn(new LinearPool(truth), opinions, 8);

    Combination fitted = CombinationMethod.AVERAGE.fit(new JudgedAnswers(opinions, labels));

    for (int m = 0; m < truth.length; m++) {
      assertThat(fitted.weight(m)).isCloseTo(truth[m], within(0.03));
    }
  }

  @Test
  void aSearchOverAGridFindsNoBetterPool() {
    JudgedAnswers judged = Answers.noisy(500, 3, 3, 2);
    double fitted = logLoss(CombinationMethod.POOL.fit(judged), judged);

    double best = Double.POSITIVE_INFINITY;
    for (double a = 0; a <= 2; a += 0.02) {
      for (double b = 0.01; b <= 2; b += 0.02) {
        best = Math.min(best, logLoss(new LogarithmicPool(new double[] {a, b}), judged));
      }
    }

    assertThat(fitted).isCloseTo(best, within(1e-4));
  }

  /** The second route: expectation maximization, which climbs to the same, only, optimum. */
  @Test
  void expectationMaximizationFindsTheSameAverage() {
    JudgedAnswers judged = Answers.noisy(400, 4, 3, 2, 0);

    Combination fitted = CombinationMethod.AVERAGE.fit(judged);

    double[] expected = expectationMaximization(judged);
    for (int m = 0; m < expected.length; m++) {
      assertThat(fitted.weight(m)).isCloseTo(expected[m], within(1e-6));
    }
  }

  /** But for the penalty, which weighs as much as one digit of all. */
  @ParameterizedTest
  @EnumSource(CombinationMethod.class)
  void theEnsembleIsAtLeastAsGoodAsItsBestMember(CombinationMethod method) {
    for (long seed = 0; seed < 20; seed++) {
      JudgedAnswers judged = Answers.noisy(100 + 50 * (int) seed, seed, 4, (int) seed % 3, 1, 0);
      double best = judged.scores().stream().mapToDouble(Score::logLoss).min().orElseThrow();

      assertThat(logLoss(method.fit(judged), judged)).isLessThan(best + 0.5 / judged.digits());
    }
  }

  @Test
  void aMemberThatKnowsNothingIsHardlyHeard() {
    JudgedAnswers judged = Answers.noisy(3000, 6, 3, 0, 3);

    assertThat(CombinationMethod.POOL.fit(judged).weight(1)).isLessThan(0.03);
    assertThat(CombinationMethod.AVERAGE.fit(judged).weight(1)).isLessThan(0.01);
    assertThat(CombinationMethod.STACK.fit(judged).weight(1)).isBetween(-0.05, 0.05);
  }

  @Test
  void membersOfOneOpinionShareTheWeight() {
    List<Prediction> opinion = Answers.noisy(1000, 9, 3).answers().of(0);
    int[] labels = Answers.noisy(1000, 9, 3).labels();
    JudgedAnswers twice = new JudgedAnswers(new MemberAnswers(List.of(opinion, opinion)), labels);
    JudgedAnswers once = new JudgedAnswers(new MemberAnswers(List.of(opinion)), labels);

    Combination both = CombinationMethod.POOL.fit(twice);

    assertThat(both.weight(0)).isCloseTo(both.weight(1), within(1e-9));
    assertThat(both.weight(0) + both.weight(1))
        .isCloseTo(CombinationMethod.POOL.fit(once).weight(0), within(1e-2));
  }

  @Test
  void digitsThatAreAllAnsweredRightlyDoNotMakeWeightsEndless() {
    List<Prediction> right = List.of(Answers.sure(3, 0.9), Answers.sure(5, 0.8));
    JudgedAnswers judged = new JudgedAnswers(new MemberAnswers(List.of(right, right)), 3, 5);

    assertThat(CombinationMethod.POOL.fit(judged).weight(0)).isBetween(0.5, 1.5);
    assertThat(CombinationMethod.STACK.fit(judged).weight(0)).isBetween(0.5, 1.5);
  }

  @ParameterizedTest
  @EnumSource(CombinationMethod.class)
  void digitsThatNoMemberCouldKnowAreLeftOut(CombinationMethod method) {
    List<Prediction> twoClasses = List.of(Answers.of(0.6, 0.4), Answers.of(0.5, 0.5));
    JudgedAnswers judged =
        new JudgedAnswers(new MemberAnswers(List.of(twoClasses, twoClasses)), 7, 7);

    Combination fitted = method.fit(judged);

    assertThat(fitted.weight(0)).isCloseTo(0.5, within(1e-9));
    assertThat(fitted.combine(judged.answers(), 0)[7]).isZero();
  }

  /** Weights of 0 would be no ensemble; a small training set may well hold out such digits. */
  @ParameterizedTest
  @EnumSource(CombinationMethod.class)
  void membersThatAreAllWrongCountTheSame(CombinationMethod method) {
    List<Prediction> wrong = List.of(Answers.sure(3, 0.999), Answers.sure(4, 0.999));
    JudgedAnswers judged = new JudgedAnswers(new MemberAnswers(List.of(wrong, wrong)), 5, 6);

    Combination fitted = method.fit(judged);

    assertThat(fitted.weight(0)).isCloseTo(fitted.weight(1), within(1e-9));
    assertThat(fitted.combine(judged.answers(), 0)).doesNotContain(Double.NaN);
  }

  @ParameterizedTest
  @EnumSource(CombinationMethod.class)
  void theSameDigitsGiveTheSameBits(CombinationMethod method) {
    JudgedAnswers judged = Answers.noisy(500, 10, 3, 2, 1);

    assertThat(weights(method.fit(judged))).containsExactly(weights(method.fit(judged)));
  }

  private static double[] weights(Combination combination) {
    double[] weights = new double[combination.members()];
    Arrays.setAll(weights, combination::weight);
    return weights;
  }

  private static double logLoss(Combination combination, JudgedAnswers judged) {
    return Score.of(EnsembleClassifier.combine(combination, judged.answers()), judged.labels())
        .logLoss();
  }

  /** Labels as if the combination's probabilities were the truth. */
  private static int[] drawn(Combination combination, MemberAnswers opinions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = new int[opinions.digits()];
    for (int digit = 0; digit < labels.length; digit++) {
      double[] p = combination.combine(opinions, digit);
      double left = random.nextDouble();
      while (left >= p[labels[digit]] && labels[digit] < 9) {
        left -= p[labels[digit]++];
      }
    }
    return labels;
  }

  private static double[] expectationMaximization(JudgedAnswers judged) {
    int members = judged.answers().members();
    double[] weights = new double[members];
    Arrays.fill(weights, 1.0 / members);
    for (int round = 0; round < 20_000; round++) {
      double[] next = new double[members];
      for (int digit = 0; digit < judged.digits(); digit++) {
        double sum = 0;
        for (int m = 0; m < members; m++) {
          sum += weights[m] * judged.answers().probability(m, digit, judged.label(digit));
        }
        for (int m = 0; m < members; m++) {
          double own = judged.answers().probability(m, digit, judged.label(digit));
          next[m] += weights[m] * own / sum / judged.digits();
        }
      }
      weights = next;
    }
    return weights;
  }
}
