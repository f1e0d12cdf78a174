package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void whatIsNotAnsweredRightlyIsWrong() {
    Answers answers = SampleAnswers.of(new int[] {7, 3, 0, 1}, 7, 8, SampleAnswers.REJECTED, 1);

    assertThat(answers.isRight(0)).isTrue();
    assertThat(answers.isRight(1)).isFalse();
    assertThat(answers.isRight(2)).isFalse();
    assertThat(answers.wrong()).containsExactly(1, 2);
  }

  @Test
  void aCopyChangesNothing() {
    int[] truth = {7};
    Answers answers = SampleAnswers.of(truth, 7);
    truth[0] = 1;
    answers.truth()[0] = 2;

    assertThat(answers.truth(0)).isEqualTo(7);
  }

  @Test
  void sameAnswersAreEqual() {
    Answers answers = SampleAnswers.of(new int[] {7, 3}, 7, 8);

    assertThat(answers)
        .isEqualTo(SampleAnswers.of(new int[] {7, 3}, 7, 8))
        .hasSameHashCodeAs(SampleAnswers.of(new int[] {7, 3}, 7, 8))
        .isNotEqualTo(SampleAnswers.of(new int[] {7, 3}, 7, 3))
        .isNotEqualTo(SampleAnswers.of(new int[] {7, 8}, 7, 8));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Answers.of(new int[] {1, 2}, List.of(SampleAnswers.certain(1))))
        .hasMessage("there are 2 true digits, but 1 predictions");
    assertThatThrownBy(() -> Answers.of(new int[] {10}, List.of(SampleAnswers.certain(1))))
        .hasMessage("true digit 10 of sample 0 is not in 0..9");
  }
}
