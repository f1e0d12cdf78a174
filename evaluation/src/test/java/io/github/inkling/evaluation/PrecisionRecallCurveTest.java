package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Prediction;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrecisionRecallCurveTest {
  /** Zeros and ones by their probability of a zero: 0, 1, 0, then 0 and 1 together, then 1. */
  private static final Answers MIXED =
      Answers.of(
          new int[] {0, 1, 0, 0, 1, 1},
          List.of(zero(0.9), zero(0.8), zero(0.7), zero(0.5), zero(0.5), zero(0.25)));

  @Test
  void agreesWithWorkByHand() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(MIXED, 0);

    assertThat(curve.digit()).isZero();
    assertThat(curve.points())
        .containsExactly(
            new PrecisionRecallCurve.Point(0.9, 1 / 3.0, 1),
            new PrecisionRecallCurve.Point(0.8, 1 / 3.0, 0.5),
            new PrecisionRecallCurve.Point(0.7, 2 / 3.0, 2 / 3.0),
            new PrecisionRecallCurve.Point(0.5, 1, 0.6),
            new PrecisionRecallCurve.Point(0.25, 1, 0.5));
    assertThat(curve.averagePrecision().orElseThrow())
        .isCloseTo((1 + 2 / 3.0 + 0.6) / 3, within(1e-15));
  }

  @Test
  void aPerfectOrderHasAnAveragePrecisionOfOne() {
    Answers sorted = Answers.of(new int[] {0, 0, 1}, List.of(zero(0.9), zero(0.3), zero(0.2)));

    assertThat(PrecisionRecallCurve.of(sorted, 0).averagePrecision()).hasValue(1);
  }

  @Test
  void withoutTheDigitOrWithoutOthersThereIsNoCurve() {
    Answers onlyZeros = Answers.of(new int[] {0, 0}, List.of(zero(0.9), zero(0.3)));

    assertThat(PrecisionRecallCurve.of(onlyZeros, 0).averagePrecision()).isEmpty();
    assertThat(PrecisionRecallCurve.of(onlyZeros, 1).averagePrecision()).isEmpty();
    assertThat(PrecisionRecallCurve.of(onlyZeros, 1).points(9)).isEmpty();
  }

  @Test
  void aDigitThatIsNoneIsRefused() {
    assertThatThrownBy(() -> PrecisionRecallCurve.of(MIXED, -1))
        .hasMessage("digit must be in 0..9, not -1");
  }

  @Test
  void sameAnswersHaveEqualCurves() {
    assertThat(PrecisionRecallCurve.of(MIXED, 0))
        .isEqualTo(PrecisionRecallCurve.of(MIXED, 0))
        .hasSameHashCodeAs(PrecisionRecallCurve.of(MIXED, 0))
        .isNotEqualTo(PrecisionRecallCurve.of(MIXED, 1));
  }

  @Test
  void aThinnedCurveKeepsItsShape() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(RocCurveTest.manyAnswers(5_000), 0);
    List<PrecisionRecallCurve.Point> drawn = curve.points(50);

    assertThat(drawn).hasSize(50);
    for (PrecisionRecallCurve.Point point : curve.points()) {
      assertThat(distance(drawn, point)).isLessThan(0.01);
    }
  }

  @Property
  void theCurveEndsWhereEverythingPasses(
      @ForAll("answers") Answers answers, @ForAll @IntRange(max = 9) int digit) {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(answers, digit);
    List<PrecisionRecallCurve.Point> points = curve.points();

    assertThat(points.isEmpty()).isEqualTo(curve.averagePrecision().isEmpty());
    if (!points.isEmpty()) {
      double share = (double) answers.confusion().support(digit) / answers.size();
      assertThat(points.get(points.size() - 1).recall()).isEqualTo(1);
      assertThat(points.get(points.size() - 1).precision()).isCloseTo(share, within(1e-15));
      assertThat(curve.averagePrecision().orElseThrow()).isGreaterThan(0).isLessThan(1 + 1e-12);
    }
  }

  @Property
  void moreIsFoundByALowerThreshold(
      @ForAll("answers") Answers answers, @ForAll @IntRange(max = 9) int digit) {
    assertThat(PrecisionRecallCurve.of(answers, digit).points())
        .extracting(PrecisionRecallCurve.Point::recall)
        .isSorted();
  }

  @Provide
  Arbitrary<Answers> answers() {
    return SampleAnswers.any(1);
  }

  /** How far a point is from the nearest stretch of a drawn line. */
  private static double distance(
      List<PrecisionRecallCurve.Point> line, PrecisionRecallCurve.Point point) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.size(); i++) {
      PrecisionRecallCurve.Point from = line.get(i - 1);
      double dx = line.get(i).recall() - from.recall();
      double dy = line.get(i).precision() - from.precision();
      double x = point.recall() - from.recall();
      double y = point.precision() - from.precision();
      double length = dx * dx + dy * dy;
      double way = length == 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
      nearest = Math.min(nearest, Math.hypot(x - way * dx, y - way * dy));
    }
    return nearest;
  }

  private static Prediction zero(double probability) {
    return RocCurveTest.zero(probability);
  }
}
