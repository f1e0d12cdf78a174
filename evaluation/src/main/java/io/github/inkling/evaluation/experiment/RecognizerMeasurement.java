package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.experiment.Configuration.Part;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Measures a recognizer that is trained: all but what needs further trainings. */
public final class RecognizerMeasurement {
  private static final String TIMING = "Timing single digits";

  private final DigitRecognizer recognizer;
  private final ReadyDigits digits;
  private final Protocol protocol;
  private final ProgressListener progress;

  RecognizerMeasurement(
      DigitRecognizer recognizer,
      ReadyDigits digits,
      Protocol protocol,
      ProgressListener progress) {
    this.recognizer = recognizer;
    this.digits = digits;
    this.protocol = protocol;
    this.progress = progress;
  }

  /**
   * Measures a recognizer as an experiment measures its cells, but for cross-validation and
   * learning curve, which need further trainings, and for peak memory, as nobody has watched its
   * training.
   *
   * @param name what the cell is called, such as the name of the model's file
   * @param recognizer is asked
   * @param training what it was trained on, to look for similar digits in; empty if not at hand
   * @param test digits to measure on, at least one
   * @param protocol what is measured; its seeds, folds and learning sizes do not matter, but for
   *     the first seed, which decides what is drawn
   * @param progress hears of stages
   * @return the cell, of one run and one test set
   */
  public static Cell measure(
      String name,
      DigitRecognizer recognizer,
      Optional<LabeledDigits> training,
      LabeledDigits test,
      Protocol protocol,
      ProgressListener progress) {
    ReadyDigits ready =
        ReadyDigits.of(recognizer.preparation(), training, List.of(test), protocol, progress);
    RecognizerMeasurement measurement =
        new RecognizerMeasurement(recognizer, ready, protocol, progress);
    Run run = measurement.run();
    EvaluationReport report = run.tests().get(0);
    return new Cell(
        new Configuration(
            new Part("", ComponentSpec.join(recognizer.normalizer().settings().toMap())),
            new Part(name, recognizer.features().spec()),
            new Part(recognizer.classifier().name(), recognizer.provenance().trainer())),
        List.of(run),
        Optional.empty(),
        List.of(),
        measurement.robustness(),
        measurement.cost(report, OptionalLong.empty()),
        measurement.neighbors(report));
  }

  /** Asks for all digits of the test sets. */
  Run run() {
    List<EvaluationReport> reports = new ArrayList<>();
    for (PreparedDigits test : digits.tests()) {
      reports.add(EvaluationReport.of(test.digits(), recognizer.recognizeAll(test, progress)));
    }
    return new Run(recognizer.provenance().seed(), recognizer.provenance().trainSeconds(), reports);
  }

  Cost cost(EvaluationReport report, OptionalLong peak) {
    LabeledDigits some = protocol.part(digits.tests().get(0).digits(), protocol.singleDigits());
    progress.progress(TIMING, 0, 1);
    Latency latency = Latency.of(recognizer, some.images());
    progress.progress(TIMING, 1, 1);
    double seconds = report.featureSeconds() + report.predictSeconds();
    return new Cost(
        recognizer.provenance().featureSeconds(),
        recognizer.provenance().trainSeconds(),
        latency.p50Micros(),
        latency.p99Micros(),
        seconds > 0 ? report.samples() / seconds : 0,
        bytes(),
        peak);
  }

  /** A classifier that nobody can save has no size. */
  private OptionalLong bytes() {
    try {
      return OptionalLong.of(recognizer.fileBytes());
    } catch (UnsupportedOperationException e) {
      return OptionalLong.empty();
    }
  }

  Optional<RobustnessReport> robustness() {
    return digits
        .corrupted()
        .map(
            corrupted ->
                corrupted
                    .digits()
                    .report(recognizer.recognizeAll(corrupted.prepared(), progress).predictions()));
  }

  /** Of the surest errors; without training digits there are no neighbours to tell. */
  List<Neighbors> neighbors(EvaluationReport report) {
    int[] wanted = NearestDigits.mostConfident(report.answers(), protocol.neighborsOf());
    return digits
        .training()
        .map(
            training ->
                new NearestDigits(training.features())
                    .of(digits.tests().get(0).features(), wanted, progress))
        .orElseGet(() -> NearestDigits.none(wanted));
  }
}
