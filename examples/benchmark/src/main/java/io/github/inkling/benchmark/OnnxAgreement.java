package io.github.inkling.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.classifiers.onnx.OnnxExport;
import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Models beside their ONNX graphs. */
final class OnnxAgreement {
  private static final int BATCH = 256;
  private static final int WARM_UP = 100;
  private static final int ALONE = 500;

  private final LabeledDigits digits;
  private final List<List<String>> rows = new ArrayList<>();
  private final ArrayNode json = JsonNodeFactory.instance.arrayNode();

  OnnxAgreement(LabeledDigits digits) {
    this.digits = digits;
  }

  /** Answers some digits. */
  @FunctionalInterface
  private interface Answers {
    double[][] of(List<DigitImage> digits) throws OrtException;
  }

  /** Compares a model. */
  void add(String name, DigitRecognizer recognizer) throws OrtException {
    List<DigitImage> prepared =
        recognizer.preparation().prepare(digits.images(), ProgressListener.NONE).digits();
    byte[] bytes = OnnxExport.toBytes(recognizer);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(bytes, options)) {
        Answers java = some -> inJava(recognizer, some);
        Answers graph = some -> inGraph(environment, session, some);
        compare(name, bytes.length, prepared, java, graph);
      }
    }
  }

  private void compare(
      String name, int bytes, List<DigitImage> prepared, Answers java, Answers graph)
      throws OrtException {
    double[] largest = new double[1];
    int[] labels = new int[1];
    int[] beyond = new int[1];
    double[] batches = new double[2];
    for (int from = 0; from < prepared.size(); from += BATCH) {
      List<DigitImage> some = prepared.subList(from, Math.min(prepared.size(), from + BATCH));
      Stopwatch first = Stopwatch.start();
      double[][] expected = java.of(some);
      batches[0] += first.seconds();
      Stopwatch second = Stopwatch.start();
      double[][] actual = graph.of(some);
      batches[1] += second.seconds();
      for (int digit = 0; digit < expected.length; digit++) {
        double difference = difference(expected[digit], actual[digit]);
        largest[0] = Math.max(largest[0], difference);
        beyond[0] += difference > 1e-4 ? 1 : 0;
        labels[0] += label(expected[digit]) == label(actual[digit]) ? 0 : 1;
      }
    }
    double[] milliseconds = {
      1e3 * alone(prepared, java),
      1e3 * alone(prepared, graph),
      1e3 * batches[0] / prepared.size(),
      1e3 * batches[1] / prepared.size()
    };
    rows.add(
        List.of(
            name,
            String.format(Locale.ROOT, "%.1f", bytes / 1e6),
            String.format(Locale.ROOT, "%.1e", largest[0]),
            String.valueOf(beyond[0]),
            String.valueOf(labels[0]),
            milliseconds(milliseconds[0]),
            milliseconds(milliseconds[1]),
            milliseconds(milliseconds[2]),
            milliseconds(milliseconds[3])));
    ObjectNode model = json.addObject();
    model.put("model", name).put("bytes", bytes).put("largestDifference", largest[0]);
    model.put("beyond1e-4", beyond[0]).put("otherLabels", labels[0]);
    model.put("javaAloneMs", milliseconds[0]).put("onnxAloneMs", milliseconds[1]);
    model.put("javaBatchMs", milliseconds[2]).put("onnxBatchMs", milliseconds[3]);
  }

  Report report() {
    Table table =
        new Table(
            List.of(
                "model",
                "MB",
                "largest difference",
                "> 1e-4",
                "other labels",
                "Java, 1",
                "ONNX, 1",
                "Java, 256",
                "ONNX, 256"),
            rows);
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("digits", digits.size()).set("models", json);
    return new Report(
        "Java and ONNX Runtime on %,d digits of mnist:test".formatted(digits.size()),
        List.of(
            new Report.Section(
                "",
                table,
                List.of(
                    "The largest difference is that of any of a digit's ten probabilities.",
                    "Times are ms for each digit, alone and of 256, from 28 x 28 pixels on; Java has"
                        + " all cores, ONNX Runtime one."))),
        result);
  }

  private static double alone(List<DigitImage> prepared, Answers answers) throws OrtException {
    for (int i = 0; i < WARM_UP; i++) {
      answers.of(List.of(prepared.get(i % prepared.size())));
    }
    Stopwatch stopwatch = Stopwatch.start();
    for (int i = 0; i < ALONE; i++) {
      answers.of(List.of(prepared.get(i % prepared.size())));
    }
    return stopwatch.seconds() / ALONE;
  }

  private static double[][] inJava(DigitRecognizer recognizer, List<DigitImage> some) {
    return recognizer.classifier().predict(recognizer.features().extractAll(some)).stream()
        .map(Prediction::probabilities)
        .toArray(double[][]::new);
  }

  private static double[][] inGraph(
      OrtEnvironment environment, OrtSession session, List<DigitImage> some) throws OrtException {
    FloatBuffer pixels = FloatBuffer.allocate(some.size() * DigitImage.PIXELS);
    for (DigitImage digit : some) {
      for (byte pixel : digit.pixels()) {
        pixels.put((pixel & 0xff) / 255f);
      }
    }
    long[] shape = {some.size(), 1, DigitImage.SIZE, DigitImage.SIZE};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, pixels.rewind(), shape);
        OrtSession.Result result = session.run(Map.of("pixels", input))) {
      float[][] answers = (float[][]) result.get(0).getValue();
      double[][] probabilities = new double[answers.length][Prediction.CLASSES];
      for (int digit = 0; digit < answers.length; digit++) {
        for (int k = 0; k < Prediction.CLASSES; k++) {
          probabilities[digit][k] = answers[digit][k];
        }
      }
      return probabilities;
    }
  }

  private static double difference(double[] expected, double[] actual) {
    double largest = 0;
    for (int k = 0; k < expected.length; k++) {
      double difference = Math.abs(expected[k] - actual[k]);
      // Not a number is as far off as can be.
      largest = Math.max(largest, Double.isNaN(difference) ? 1 : difference);
    }
    return largest;
  }

  private static int label(double[] probabilities) {
    int label = 0;
    for (int k = 1; k < probabilities.length; k++) {
      label = probabilities[k] > probabilities[label] ? k : label;
    }
    return label;
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
