package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Report.Section;
import io.github.inkling.benchmark.nondigit.TestMaterial;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts what is accepted and rejected at several thresholds. */
final class RejectionMeasurement {
  private static final double[] ACCEPTED_ERRORS = {0.005, 0.002, 0.001, 0.0005};

  private final LabeledDigits digits;
  private final Console console;
  private final DigitRecognizer recognizer;
  private final Map<String, DigitRecognizer> thresholds = new LinkedHashMap<>();

  RejectionMeasurement(DigitRecognizer recognizer, LabeledDigits digits, Console console) {
    this.recognizer = recognizer;
    this.digits = digits;
    this.console = console;
    thresholds.put("as saved", recognizer);
    for (double share : ACCEPTED_ERRORS) {
      String name = String.format(Locale.ROOT, "%s %%", 100 * share);
      try {
        thresholds.put(name, recognizer.acceptingErrors(share));
      } catch (IllegalArgumentException e) {
        console.say("  %s: %s".formatted(name, e.getMessage()));
      }
    }
  }

  /**
   * Measures.
   *
   * @param count pictures of each kind without a digit
   * @param seed decides them
   */
  Report report(int count, long seed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("digits", digits.name());
    ArrayNode columns = json.putArray("acceptedError");
    thresholds.keySet().forEach(columns::add);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row(
            "least probability of a label",
            json,
            it -> it.rejection().orElseThrow().leastProbability()));
    console.say("Reading " + digits);
    Map<String, List<Prediction>> answers = answers(digits.images());
    rows.add(shares("digits accepted, %", json, answers, RejectionMeasurement::accepted));
    rows.add(shares("wrong among accepted, %", json, answers, this::wrong));
    List<List<Double>> targets = new ArrayList<>();
    for (TestMaterial kind : TestMaterial.values()) {
      console.say("Reading " + kind);
      Map<String, List<Prediction>> read = answers(kind.draw(count, seed, digits.images()));
      rows.add(shares("rejected: %s, %%".formatted(kind), json, read, it -> 1 - accepted(it)));
      if (kind.isTarget()) {
        targets.add(read.values().stream().map(it -> 1 - accepted(it)).toList());
      }
    }
    List<Double> means =
        IntStream.range(0, thresholds.size())
            .mapToObj(i -> targets.stream().mapToDouble(it -> it.get(i)).average().orElseThrow())
            .toList();
    rows.add(shares("rejected: mean of all kinds that are no digits, %", json, means));
    List<String> header = new ArrayList<>(List.of("accepted error"));
    header.addAll(thresholds.keySet());
    return new Report(
        "Rejection by %s, %s of %s, %,d pictures of each other kind"
            .formatted(
                recognizer.provenance().trainer().replaceAll(":.*", ""),
                digits.size() + " digits",
                digits.name(),
                count),
        List.of(new Section("", new Table(header, rows), notes())),
        json);
  }

  private List<String> notes() {
    var calibration = recognizer.rejection().orElseThrow().calibration();
    return List.of(
        "calibrated on %,d digits of %s".formatted(calibration.samples(), calibration.data()));
  }

  private Map<String, List<Prediction>> answers(List<GrayImage> images) {
    Map<String, List<Prediction>> answers = new LinkedHashMap<>();
    thresholds.forEach((name, it) -> answers.put(name, it.recognizeAll(images)));
    return answers;
  }

  private static double accepted(List<Prediction> answers) {
    return (double) answers.stream().filter(Prediction::isDigit).count() / answers.size();
  }

  private double wrong(List<Prediction> answers) {
    int accepted = 0;
    int wrong = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isDigit()) {
        accepted++;
        wrong += answers.get(i).label() == digits.label(i) ? 0 : 1;
      }
    }
    return accepted == 0 ? 0 : (double) wrong / accepted;
  }

  private List<String> row(String name, ObjectNode json, ToDouble<DigitRecognizer> figure) {
    List<Double> figures = thresholds.values().stream().map(figure::of).toList();
    figures.forEach(json.putArray(name)::add);
    return cells(name, figures.stream().map(it -> String.format(Locale.ROOT, "%.4f", it)).toList());
  }

  private List<String> shares(
      String name,
      ObjectNode json,
      Map<String, List<Prediction>> answers,
      ToDouble<List<Prediction>> share) {
    return shares(name, json, answers.values().stream().map(share::of).toList());
  }

  private static List<String> shares(String name, ObjectNode json, List<Double> shares) {
    shares.forEach(json.putArray(name)::add);
    return cells(
        name, shares.stream().map(it -> String.format(Locale.ROOT, "%.2f", 100 * it)).toList());
  }

  private static List<String> cells(String name, List<String> figures) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(name), figures.stream())
        .collect(Collectors.toList());
  }

  /** A figure of something. */
  @FunctionalInterface
  private interface ToDouble<T> {
    double of(T of);
  }
}
