package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final double[] SEVEN = {0, 0, 0, 0.1, 0, 0, 0, 0.8, 0, 0.1};

  @Test
  void theLabelIsTheMostProbableDigit() {
    Prediction prediction = Prediction.of(SEVEN);

    assertThat(prediction.label()).isEqualTo(7);
    assertThat(prediction.confidence()).isEqualTo(0.8);
    assertThat(prediction).hasToString("7 (80.0 %)");
  }

  @Test
  void theSmallerDigitWinsATie() {
    assertThat(Prediction.of(new double[] {0, 0, 0.5, 0, 0, 0.5, 0, 0, 0, 0}).label()).isEqualTo(2);
  }

  @Test
  void aRejectionHasNoLabelAndSaysWhy() {
    Prediction prediction = Prediction.rejected(Rejection.BLANK);

    assertThat(prediction.isDigit()).isFalse();
    assertThat(prediction.rejection()).contains(Rejection.BLANK);
    assertThat(prediction.confidence()).isZero();
    assertThat(prediction).hasToString("no digit (blank)");
    assertThatThrownBy(prediction::label)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("blank");
  }

  @Test
  void aRefusedPredictionKeepsItsProbabilities() {
    Prediction refused = Prediction.of(SEVEN).reject(Rejection.AMBIGUOUS);

    assertThat(refused.isDigit()).isFalse();
    assertThat(refused.probability(7)).isEqualTo(0.8);
  }

  @Test
  void confidenceIsThatItIsADigitTimesThatItIsThisOne() {
    Prediction doubtful = Prediction.of(SEVEN).withDigitProbability(0.25);

    assertThat(Prediction.of(SEVEN).digitProbability()).isEqualTo(1);
    assertThat(doubtful.digitProbability()).isEqualTo(0.25);
    assertThat(doubtful.confidence()).isEqualTo(0.25 * 0.8);
    assertThat(doubtful.probability(7)).as("given that it is a digit").isEqualTo(0.8);
    assertThat(doubtful.label()).isEqualTo(7);
    assertThat(doubtful).isNotEqualTo(Prediction.of(SEVEN)).hasToString("7 (20.0 %)");
    assertThat(doubtful.reject(Rejection.UNLIKE_ANY_DIGIT).digitProbability()).isEqualTo(0.25);
    assertThat(Prediction.rejected(Rejection.BLANK).digitProbability()).isZero();
  }

  @Test
  void whatIsNoProbabilityOfADigitIsRefused() {
    Prediction seven = Prediction.of(SEVEN);

    assertThatThrownBy(() -> seven.withDigitProbability(1.5)).hasMessageContaining("not 1.5");
    assertThatThrownBy(() -> seven.withDigitProbability(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThatThrownBy(() -> Prediction.of(new double[9])).hasMessageContaining("not 9");
    assertThatThrownBy(() -> Prediction.of(new double[10])).hasMessageContaining("sum to 1");
    double[] withNaN = SEVEN.clone();
    withNaN[3] = Double.NaN;
    assertThatThrownBy(() -> Prediction.of(withNaN)).hasMessageContaining("NaN");
  }
}
