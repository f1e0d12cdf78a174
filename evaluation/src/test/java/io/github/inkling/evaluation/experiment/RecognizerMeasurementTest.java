package io.github.inkling.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.InkPerRow;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.robustness.Corrupter;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecognizerMeasurementTest {
  private static final LabeledDigits TRAINING = StripedDigits.of(120, 4, 5, 1);
  private static final LabeledDigits TEST = StripedDigits.of(80, 4, 6, 2);
  private static final NormalizerSettings SLANTED = NormalizerSettings.parse("deskew=false");
  private static final DigitRecognizer RECOGNIZER =
      DigitRecognizer.trainer()
          .normalizer(SLANTED)
          .features(new InkPerRow())
          .classifier(new NearestDigit())
          .seed(7)
          .train(TRAINING);
  private static final Protocol PROTOCOL = new Protocol(List.of(42L), 0, List.of(), 80, 5, 10);

  @Test
  void theFiguresAreThoseOfTheRecognizerItself() {
    Cell cell = measure(Optional.of(TRAINING));

    assertThat(cell.configuration().features().name()).isEqualTo("mine");
    assertThat(NormalizerSettings.parse(cell.configuration().preprocessing().spec()))
        .isEqualTo(SLANTED);
    assertThat(cell.runs()).extracting(Run::seed).containsExactly(7L);
    assertThat(cell.report().answers())
        .isEqualTo(EvaluationReport.of(RECOGNIZER, TEST, ProgressListener.NONE).answers());
    assertThat(cell.robustness())
        .contains(
            RobustnessReport.of(
                TEST, new Corrupter(42), RECOGNIZER::recognizeAll, ProgressListener.NONE));
    assertThat(cell.cost().peakMegabytes()).as("nobody watched its training").isEmpty();
  }

  @Test
  void similarTrainingDigitsAreToldIfTheyAreAtHand() {
    assertThat(measure(Optional.of(TRAINING)).neighbors())
        .isNotEmpty()
        .allMatch(of -> of.nearest().size() == 3);
    assertThat(measure(Optional.empty()).neighbors())
        .hasSameSizeAs(measure(Optional.of(TRAINING)).neighbors())
        .allMatch(of -> of.nearest().isEmpty());
  }

  private static Cell measure(Optional<LabeledDigits> training) {
    return RecognizerMeasurement.measure(
        "mine", RECOGNIZER, training, TEST, PROTOCOL, ProgressListener.NONE);
  }
}
