package io.github.inkling.classifiers.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.List;

/** Compares a recognizer in Java with the graph that is made of it. */
final class Agreement {
  private Agreement() {}

  /** Requires that all ten probabilities of all digits agree to 1e-4, and the labels, too. */
  static void require(DigitRecognizer recognizer, LabeledDigits digits) throws OrtException {
    var prepared = recognizer.preparation().prepare(digits.images(), ProgressListener.NONE);
    List<Prediction> expected = recognizer.classifier().predict(prepared.features());
    float[][] actual;
    try (RunningGraph graph = new RunningGraph(OnnxExport.toBytes(recognizer))) {
      actual = graph.run(prepared.digits());
    }
    double largest = 0;
    for (int digit = 0; digit < digits.size(); digit++) {
      Prediction prediction = expected.get(digit);
      assertThat(label(actual[digit])).as("label of digit %d", digit).isEqualTo(prediction.label());
      for (int k = 0; k < Prediction.CLASSES; k++) {
        double difference = Math.abs(actual[digit][k] - prediction.probability(k));
        // Not NaN, which Math.max would pass on.
        assertThat(difference).as("digit %d, class %d", digit, k).isLessThan(1e-4);
        largest = Math.max(largest, difference);
      }
    }
    assertThat(largest).as("rounding differs, or nothing was compared").isPositive();
  }

  static int label(float[] probabilities) {
    int label = 0;
    for (int k = 1; k < probabilities.length; k++) {
      label = probabilities[k] > probabilities[label] ? k : label;
    }
    return label;
  }
}
