package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
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
  private final FeatureGroup.Ready ready;
  private final ProgressListener progress;

  CellMeasurement(
      Contender contender, Protocol protocol, FeatureGroup.Ready ready, ProgressListener progress) {
    this.contender = contender;
    this.protocol = protocol;
    this.ready = ready;
    this.progress = progress;
  }

  Cell measure() {
    List<Run> runs = new ArrayList<>();
    OptionalLong peak;
    DigitRecognizer recognizer;
    try (PeakMemory memory = PeakMemory.watching()) {
      recognizer = train(protocol.seeds().get(0));
      runs.add(ask(recognizer));
      peak = memory.megabytes();
    }
    EvaluationReport report = runs.get(0).tests().get(0);
    Cost cost = cost(recognizer, report, peak);
    Optional<RobustnessReport> robustness = robustness(recognizer);
    List<Neighbors> neighbors = neighbors(report);
    for (long seed : protocol.seeds().subList(1, protocol.seeds().size())) {
      runs.add(ask(train(seed)));
    }
    return new Cell(
        contender.configuration(),
        runs,
        crossValidation(),
        learningCurve(report),
        robustness,
        cost,
        neighbors);
  }

  private DigitRecognizer train(long seed) {
    return trainer(seed).train(ready.training());
  }

  private RecognizerTrainer trainer(long seed) {
    return contender.trainer().seed(seed).progress(progress);
  }

  private Run ask(DigitRecognizer recognizer) {
    List<EvaluationReport> reports = new ArrayList<>();
    for (PreparedDigits test : ready.tests()) {
      reports.add(EvaluationReport.of(test.digits(), recognizer.recognizeAll(test, progress)));
    }
    return new Run(recognizer.provenance().seed(), recognizer.provenance().trainSeconds(), reports);
  }

  private Cost cost(DigitRecognizer recognizer, EvaluationReport report, OptionalLong peak) {
    LabeledDigits test = ready.tests().get(0).digits();
    int[] some =
        protocol.singleDigits() < test.size()
            ? Split.indices(test.labels(), protocol.singleDigits(), protocol.seeds().get(0))
            : null;
    progress.progress("Timing single digits", 0, 1);
    Latency latency =
        Latency.of(recognizer, some == null ? test.images() : test.select(some).images());
    progress.progress("Timing single digits", 1, 1);
    double seconds = report.featureSeconds() + report.predictSeconds();
    return new Cost(
        ready.training().seconds(),
        recognizer.provenance().trainSeconds(),
        latency.p50Micros(),
        latency.p99Micros(),
        seconds > 0 ? report.samples() / seconds : 0,
        bytes(recognizer),
        peak);
  }

  /** A classifier that nobody can save has no size. */
  private static OptionalLong bytes(DigitRecognizer recognizer) {
    try {
      return OptionalLong.of(recognizer.fileBytes());
    } catch (UnsupportedOperationException e) {
      return OptionalLong.empty();
    }
  }

  private Optional<RobustnessReport> robustness(DigitRecognizer recognizer) {
    return ready
        .corrupted()
        .map(
            corrupted ->
                corrupted
                    .digits()
                    .report(recognizer.recognizeAll(corrupted.prepared(), progress).predictions()));
  }

  private List<Neighbors> neighbors(EvaluationReport report) {
    int[] wanted = NearestDigits.mostConfident(report.answers(), protocol.neighborsOf());
    return new NearestDigits(ready.training().features())
        .of(ready.tests().get(0).features(), wanted, progress);
  }

  private Optional<CrossValidation> crossValidation() {
    if (protocol.folds() == 0) {
      return Optional.empty();
    }
    long seed = protocol.seeds().get(0);
    return Optional.of(
        CrossValidation.of(trainer(seed), ready.training(), protocol.folds(), progress, seed));
  }

  /** The last point is the whole training set, which has been measured already. */
  private List<LearningPoint> learningCurve(EvaluationReport report) {
    int all = ready.training().size();
    List<Integer> sizes = protocol.learningSizes().stream().filter(size -> size < all).toList();
    if (protocol.learningSizes().isEmpty()) {
      return List.of();
    }
    List<LearningPoint> points = new ArrayList<>();
    if (!sizes.isEmpty()) {
      long seed = protocol.seeds().get(0);
      points.addAll(
          LearningCurve.of(
              trainer(seed), ready.training(), ready.tests().get(0), sizes, progress, seed));
    }
    points.add(new LearningPoint(all, report.samples(), report.answers().wrong().length));
    return points;
  }
}
