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
  void whatIsNoDistributionIsRefused() {
    assertThatThrownBy(() -> Prediction.of(new double[9])).hasMessageContaining("not 9");
    assertThatThrownBy(() -> Prediction.of(new double[10])).hasMessageContaining("sum to 1");
    double[] withNaN = SEVEN.clone();
    withNaN[3] = Double.NaN;
    assertThatThrownBy(() -> Prediction.of(withNaN)).hasMessageContaining("NaN");
  }
}
