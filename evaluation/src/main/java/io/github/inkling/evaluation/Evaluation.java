package io.github.inkling.evaluation;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Recognition;
import java.util.List;

/**
 * A recognizer measured on a data set.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(recognizer, digits, ProgressListener.NONE);
 * String text = TextReport.plain().render(evaluation.report());
 * }</pre>
 *
 * @param report the metrics
 * @param predictions the answers behind them, one per digit, in the data set's order
 */
public record Evaluation(EvaluationReport report, List<Prediction> predictions) {
  /**
   * Keeps an unmodifiable copy of the answers.
   *
   * @param report the metrics
   * @param predictions one per digit of the report
   * @throws IllegalArgumentException if there are more or fewer answers than digits
   */
  public Evaluation {
    if (predictions.size() != report.samples()) {
      throw new IllegalArgumentException(
          "there are predictions of %d digits, but the report is of %d"
              .formatted(predictions.size(), report.samples()));
    }
    predictions = List.copyOf(predictions);
  }

  /**
   * Recognises a data set and compares the answers with its labels.
   *
   * @param recognizer answers
   * @param data the digits, at least one
   * @param progress hears of finished digits
   * @return the metrics, and the answers behind them
   * @throws IllegalArgumentException if there is no digit
   */
  public static Evaluation of(
      DigitRecognizer recognizer, LabeledDigits data, ProgressListener progress) {
    Recognition recognition = recognizer.recognizeAll(data.images(), progress);
    return new Evaluation(EvaluationReport.of(data, recognition), recognition.predictions());
  }
}
