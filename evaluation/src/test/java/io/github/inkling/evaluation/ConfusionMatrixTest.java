package io.github.inkling.evaluation;

import static io.github.inkling.evaluation.SampleAnswers.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final ConfusionMatrix CONFUSION =
      SampleAnswers.of(new int[] {4, 4, 4, 9, 9, 1}, 4, 9, REJECTED, 9, 4, 1).confusion();

  @Test
  void rowsAreTheTruth() {
    ConfusionMatrix confusion = SampleAnswers.of(new int[] {4, 4}, 9, 9).confusion();

    assertThat(confusion.count(4, 9)).isEqualTo(2);
    assertThat(confusion.count(9, 4)).isZero();
    assertThat(confusion.counts()[4]).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 2);
  }

  @Test
  void countsAddUp() {
    assertThat(CONFUSION.samples()).isEqualTo(6);
    assertThat(CONFUSION.correct()).isEqualTo(3);
    assertThat(CONFUSION.errors()).isEqualTo(2);
    assertThat(CONFUSION.rejected()).isEqualTo(1);
  }

  @Test
  void aRejectionCountsForItsDigitButForNoAnswer() {
    assertThat(CONFUSION.rejected(4)).isEqualTo(1);
    assertThat(CONFUSION.support(4)).isEqualTo(3);
    assertThat(CONFUSION.answered(4)).isEqualTo(2);
  }

  @Test
  void aCopyChangesNothing() {
    CONFUSION.counts()[4][4] = 1_000;

    assertThat(CONFUSION.count(4, 4)).isEqualTo(1);
  }

  @Test
  void sameCountsAreEqual() {
    ConfusionMatrix inAnotherOrder =
        SampleAnswers.of(new int[] {1, 9, 4, 9, 4, 4}, 1, 4, REJECTED, 9, 9, 4).confusion();

    assertThat(CONFUSION).isEqualTo(inAnotherOrder).hasSameHashCodeAs(inAnotherOrder);
    assertThat(CONFUSION).isNotEqualTo(SampleAnswers.of(new int[] {1}, 1).confusion());
    assertThat(CONFUSION).hasToString("ConfusionMatrix[3 correct, 2 errors, 1 rejected]");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () -> ConfusionMatrix.of(new int[] {1, 2}, List.of(SampleAnswers.certain(1))))
        .hasMessage("there are 2 true digits, but 1 predictions");
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {10}, List.of(SampleAnswers.certain(1))))
        .hasMessage("true digit 10 of sample 0 is not in 0..9");
  }
}
