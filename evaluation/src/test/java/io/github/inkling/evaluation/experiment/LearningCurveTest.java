package io.github.inkling.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.NestedSubsets;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.InkPerRow;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.EvaluationReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
  private static final LabeledDigits DIGITS = StripedDigits.of(120, 4, 5, 1);
  private static final LabeledDigits OTHERS = StripedDigits.of(80, 4, 5, 2);
  private static final NearestDigit NEAREST = new NearestDigit();
  private static final RecognizerTrainer TRAINER =
      DigitRecognizer.trainer().features(new InkPerRow()).classifier(NEAREST);
  private static final PreparedDigits TRAINING = TRAINER.prepare(DIGITS);
  private static final PreparedDigits TEST = TRAINER.prepare(OTHERS);

  /** The other route trains on the pictures of each part. */
  @Test
  void everyPointIsWhatTrainingOnThatPartAloneGives() {
    List<LearningPoint> expected = new ArrayList<>();
    for (int size : new int[] {8, 40, 120}) {
      LabeledDigits part = DIGITS.select(NestedSubsets.of(DIGITS.labels(), 5).first(size));
      DigitRecognizer recognizer = TRAINER.train(part);
      int wrong = EvaluationReport.of(recognizer, OTHERS, ProgressListener.NONE).errors();
      expected.add(new LearningPoint(size, 80, wrong));
    }

    List<LearningPoint> curve =
        LearningCurve.of(TRAINER, TRAINING, TEST, List.of(40, 8, 120, 8), ProgressListener.NONE, 5);

    assertThat(curve).isEqualTo(expected);
    assertThat(curve.get(2).error()).isLessThan(curve.get(0).error());
  }

  @Test
  void aSizeThatCannotBeTrainedOnIsRefusedBeforeAnyTraining() {
    int before = NEAREST.trained.size();

    assertThatThrownBy(() -> curve(List.of(40, 121)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have 2 to 120 digits, not 121");
    assertThatThrownBy(() -> curve(List.of(40, 1)))
        .hasMessageContaining("must have 2 to 120 digits, not 1");
    assertThatThrownBy(() -> curve(List.of()))
        .hasMessage("a learning curve needs at least one size, not none");
    assertThat(NEAREST.trained).hasSize(before);
  }

  @Test
  void progressIsHeardOncePerSize() {
    List<Long> heard = new ArrayList<>();

    LearningCurve.of(
        TRAINER, TRAINING, TEST, List.of(8, 16), (stage, done, total) -> heard.add(done), 5);

    assertThat(heard).containsExactly(0L, 1L, 2L);
  }

  private static List<LearningPoint> curve(List<Integer> sizes) {
    return LearningCurve.of(TRAINER, TRAINING, TEST, sizes, ProgressListener.NONE, 5);
  }
}
