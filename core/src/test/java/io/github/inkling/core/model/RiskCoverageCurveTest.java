package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.RiskCoverageCurve.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskCoverageCurveTest {
  /** By hand: right at 0.9, wrong at 0.8, two of 0.7 (one wrong), right at 0.6, one rejected. */
  private static final RiskCoverageCurve CURVE =
      RiskCoverageCurve.of(
          new int[] {7, 7, 7, 7, 7, 7},
          List.of(
              answer(7, 0.6),
              answer(7, 0.7),
              answer(1, 0.8),
              answer(7, 0.9),
              answer(1, 0.7),
              answer(7, 0.99).reject(Rejection.AMBIGUOUS)));

  @Test
  void everyConfidenceIsAPlaceToStop() {
    assertThat(CURVE.samples()).isEqualTo(6);
    assertThat(CURVE.points())
        .containsExactly(
            new Point(0.9, 1, 0), new Point(0.8, 2, 1), new Point(0.7, 4, 2), new Point(0.6, 5, 2));
    assertThat(CURVE.coverage(CURVE.points().get(3))).isEqualTo(5 / 6.0);
    assertThat(CURVE.points().get(3).risk()).isEqualTo(0.4);
  }

  @Test
  void theAreaIsTheMeanRiskOfAllNumbersOfAnswers() {
    // 0 for one, 1/2 for two, 1/2 for three and for four, which come together, 2/5 for five.
    assertThat(CURVE.aurc()).isCloseTo((0 + 0.5 + 0.5 + 0.5 + 0.4) / 5, within(1e-12));
  }

  @Test
  void theMostAnswersAtARisk() {
    assertThat(CURVE.atRisk(0)).contains(new Point(0.9, 1, 0));
    assertThat(CURVE.atRisk(0.45)).as("risk falls again").contains(new Point(0.6, 5, 2));
    assertThat(CURVE.atRisk(1)).contains(new Point(0.6, 5, 2));
  }

  @Test
  void fewerPointsKeepTheEnds() {
    List<Prediction> answers = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      answers.add(answer(7, 0.5 + i / 2500.0));
    }
    RiskCoverageCurve curve = RiskCoverageCurve.of(new int[1000], answers);

    assertThat(curve.points()).hasSize(1000);
    assertThat(curve.points(11))
        .hasSize(11)
        .startsWith(curve.points().get(0))
        .endsWith(curve.points().get(999));
    assertThat(CURVE.points(100)).isEqualTo(CURVE.points());
    assertThatThrownBy(() -> CURVE.points(1)).hasMessageContaining("number of points");
  }

  @Test
  void nothingAnsweredIsNoRisk() {
    RiskCoverageCurve nothing =
        RiskCoverageCurve.of(new int[] {3}, List.of(Prediction.rejected(Rejection.BLANK)));

    assertThat(nothing.points()).isEmpty();
    assertThat(nothing.atRisk(1)).isEmpty();
    assertThat(nothing.aurc()).isZero();
  }

  @Test
  void asManyAnswersAsDigits() {
    assertThatThrownBy(() -> RiskCoverageCurve.of(new int[2], List.of()))
        .hasMessage("there are 2 true digits, but 0 predictions");
  }

  @Test
  void thatItIsADigitIsTakenForGranted() {
    RiskCoverageCurve curve =
        RiskCoverageCurve.of(new int[] {7}, List.of(answer(7, 0.8).withDigitProbability(0.5)));

    assertThat(curve.points()).containsExactly(new Point(0.8, 1, 0));
  }

  /** An answer with the confidence; the rest goes to the digit 0, or to 7. */
  private static Prediction answer(int digit, double confidence) {
    double[] probabilities = new double[Prediction.CLASSES];
    probabilities[digit] = confidence;
    probabilities[0] += 1 - confidence;
    return Prediction.of(probabilities);
  }
}
