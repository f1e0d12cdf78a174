package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RocCurveTest {
  private static final Prediction BLANK = Prediction.rejected(Rejection.BLANK);

  /** Zeros and ones by their probability of a zero: 0, 0, 1, then 0 and 1 together, then 1. */
  private static final Answers MIXED =
      Answers.of(
          new int[] {0, 1, 0, 1, 1, 0},
          List.of(zero(0.9), zero(0.7), zero(0.8), zero(0.25), zero(0.5), zero(0.5)));

  @Test
  void agreesWithWorkByHand() {
    RocCurve curve = RocCurve.of(MIXED, 0);

    assertThat(curve.digit()).isZero();
    assertThat(curve.points())
        .containsExactly(
            new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
            new RocCurve.Point(0.9, 0, 1 / 3.0),
            new RocCurve.Point(0.8, 0, 2 / 3.0),
            new RocCurve.Point(0.7, 1 / 3.0, 2 / 3.0),
            new RocCurve.Point(0.5, 2 / 3.0, 1),
            new RocCurve.Point(0.25, 1, 1));
    // Of nine pairs the zero has the larger probability in seven, the same in one.
    assertThat(curve.auc().orElseThrow()).isCloseTo(7.5 / 9, within(1e-15));
  }

  @Test
  void aPerfectOrderHasAnAreaOfOneAndTheOppositeNone() {
    Answers sorted = Answers.of(new int[] {0, 0, 1}, List.of(zero(0.9), zero(0.3), zero(0.2)));
    Answers reversed = Answers.of(new int[] {1, 1, 0}, List.of(zero(0.9), zero(0.3), zero(0.2)));

    assertThat(RocCurve.of(sorted, 0).auc()).hasValue(1);
    assertThat(RocCurve.of(reversed, 0).auc()).hasValue(0);
  }

  @Test
  void withoutTheDigitOrWithoutOthersThereIsNoCurve() {
    Answers onlyZeros = Answers.of(new int[] {0, 0}, List.of(zero(0.9), zero(0.3)));

    assertThat(RocCurve.of(onlyZeros, 0).auc()).isEmpty();
    assertThat(RocCurve.of(onlyZeros, 0).points()).isEmpty();
    assertThat(RocCurve.of(onlyZeros, 0).points(5)).isEmpty();
    assertThat(RocCurve.of(onlyZeros, 1).auc()).isEmpty();
    assertThat(RocCurve.of(Answers.of(new int[0], List.of()), 1).auc()).isEmpty();
  }

  @Test
  void rejectedPicturesCountByTheirProbabilitiesOrByAnEqualShare() {
    Answers rejected =
        Answers.of(
            new int[] {0, 1, 1}, List.of(BLANK, zero(0.05), zero(0.2).reject(Rejection.AMBIGUOUS)));

    assertThat(RocCurve.of(rejected, 0).points())
        .extracting(RocCurve.Point::threshold)
        .containsExactly(Double.POSITIVE_INFINITY, 0.2, 0.1, 0.05);
    assertThat(RocCurve.of(rejected, 0).auc()).hasValue(0.5);
  }

  @Test
  void aDigitThatIsNoneIsRefused() {
    assertThatThrownBy(() -> RocCurve.of(MIXED, 10)).hasMessage("digit must be in 0..9, not 10");
    assertThatThrownBy(() -> RocCurve.of(MIXED, 0).points(1))
        .hasMessageStartingWith("the number of points must be in 2..");
  }

  @Test
  void sameAnswersHaveEqualCurves() {
    assertThat(RocCurve.of(MIXED, 0))
        .isEqualTo(RocCurve.of(MIXED, 0))
        .hasSameHashCodeAs(RocCurve.of(MIXED, 0))
        .isNotEqualTo(RocCurve.of(MIXED, 1));
  }

  @Test
  void aThinnedCurveKeepsItsCorner() {
    Answers many = manyAnswers(5_000);
    RocCurve curve = RocCurve.of(many, 0);
    List<RocCurve.Point> drawn = curve.points(50);

    assertThat(curve.points()).hasSizeGreaterThan(4_000);
    assertThat(drawn).hasSize(50);
    assertThat(area(drawn)).isCloseTo(curve.auc().orElseThrow(), within(5e-4));
  }

  @Property
  void theAreaIsHowManyPairsAreInOrder(
      @ForAll("answers") Answers answers, @ForAll @IntRange(max = 9) int digit) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < answers.size(); i++) {
      for (int j = 0; j < answers.size(); j++) {
        if (answers.truth(i) == digit && answers.truth(j) != digit) {
          int order = Double.compare(answers.measured(i, digit), answers.measured(j, digit));
          sum += order > 0 ? 1 : order == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    OptionalDouble auc = RocCurve.of(answers, digit).auc();

    assertThat(auc.isPresent()).isEqualTo(pairs > 0);
    auc.ifPresent(area -> assertThat(area).isBetween(0.0, 1.0));
    if (pairs > 0) {
      assertThat(auc.orElseThrow()).isCloseTo(sum / pairs, within(1e-12));
    }
  }

  @Property
  void thePointsRiseAndTheirAreaIsTheCurves(
      @ForAll("answers") Answers answers, @ForAll @IntRange(max = 9) int digit) {
    RocCurve curve = RocCurve.of(answers, digit);

    assertThat(curve.points()).extracting(RocCurve.Point::truePositiveRate).isSorted();
    assertThat(curve.points()).extracting(RocCurve.Point::falsePositiveRate).isSorted();
    assertThat(curve.points().isEmpty()).isEqualTo(curve.auc().isEmpty());
    assertThat(area(curve.points())).isCloseTo(curve.auc().orElse(0), within(1e-12));
  }

  @Property
  void thinningKeepsTheEndsAndTheOrder(
      @ForAll("answers") Answers answers, @ForAll @IntRange(min = 2, max = 45) int most) {
    List<RocCurve.Point> all = RocCurve.of(answers, answers.truth(0)).points();
    List<RocCurve.Point> some = RocCurve.of(answers, answers.truth(0)).points(most);

    assertThat(some).hasSize(Math.min(most, all.size()));
    assertThat(all).containsSubsequence(some);
    if (!all.isEmpty()) {
      assertThat(some.get(0)).isEqualTo(all.get(0));
      assertThat(some.get(some.size() - 1)).isEqualTo(all.get(all.size() - 1));
    }
  }

  @Provide
  Arbitrary<Answers> answers() {
    return SampleAnswers.any(1);
  }

  /** Zeros are mostly held for zeros. */
  static Answers manyAnswers(int size) {
    Random random = new Random(7);
    int[] truth = new int[size];
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      truth[i] = random.nextInt(10);
      double sure = 1 - Math.pow(random.nextDouble(), 4);
      predictions.add(zero(truth[i] == 0 ? sure : 1 - sure));
    }
    return Answers.of(truth, predictions);
  }

  /** A zero of such a probability, or else a one. */
  static Prediction zero(double probability) {
    return Prediction.of(new double[] {probability, 1 - probability, 0, 0, 0, 0, 0, 0, 0, 0});
  }

  private static double area(List<RocCurve.Point> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      RocCurve.Point from = points.get(i - 1);
      RocCurve.Point to = points.get(i);
      area +=
          (to.falsePositiveRate() - from.falsePositiveRate())
              * (to.truePositiveRate() + from.truePositiveRate())
              / 2;
    }
    return area;
  }
}
