package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Measures one cell: trains, asks, and does what else the protocol wants. */
final class CellMeasurement {
  private final Contender contender;
  private final Protocol protocol;
  private final ReadyDigits digits;
  private final PreparedDigits training;
  private final ProgressListener progress;

  CellMeasurement(
      Contender contender, Protocol protocol, ReadyDigits digits, ProgressListener progress) {
    this.contender = contender;
    this.protocol = protocol;
    this.digits = digits;
    this.training = digits.training().orElseThrow();
    this.progress = progress;
  }

  Cell measure() {
    long first = protocol.seeds().get(0);
    List<Run> runs = new ArrayList<>();
    OptionalLong peak;
    RecognizerMeasurement measurement;
    try (PeakMemory memory = PeakMemory.watching()) {
      measurement = measurement(first);
      runs.add(measurement.run());
      peak = memory.megabytes();
    }
    EvaluationReport report = runs.get(0).tests().get(0);
    Cost cost = measurement.cost(report, peak);
    Optional<RobustnessReport> robustness = measurement.robustness();
    List<Neighbors> neighbors = measurement.neighbors(report);
    for (long seed : protocol.seeds().subList(1, protocol.seeds().size())) {
      runs.add(measurement(seed).run());
    }
    return new Cell(
        contender.configuration(),
        runs,
        crossValidation(first),
        learningCurve(first, report),
        robustness,
        cost,
        neighbors);
  }

  private RecognizerMeasurement measurement(long seed) {
    DigitRecognizer recognizer = trainer(seed).train(training);
    return new RecognizerMeasurement(recognizer, digits, protocol, progress);
  }

  private RecognizerTrainer trainer(long seed) {
    return contender.trainer().seed(seed).progress(progress);
  }

  private Optional<CrossValidation> crossValidation(long seed) {
    return protocol.folds() == 0
        ? Optional.empty()
        : Optional.of(
            CrossValidation.of(trainer(seed), training, protocol.folds(), progress, seed));
  }

  /** The last point is the whole training set, which has been measured already. */
  private List<LearningPoint> learningCurve(long seed, EvaluationReport report) {
    if (protocol.learningSizes().isEmpty()) {
      return List.of();
    }
    List<Integer> sizes =
        protocol.learningSizes().stream().filter(size -> size < training.size()).toList();
    List<LearningPoint> points = new ArrayList<>();
    if (!sizes.isEmpty()) {
      points.addAll(
          LearningCurve.of(trainer(seed), training, digits.tests().get(0), sizes, progress, seed));
    }
    points.add(
        new LearningPoint(training.size(), report.samples(), report.answers().wrong().length));
    return points;
  }
}
