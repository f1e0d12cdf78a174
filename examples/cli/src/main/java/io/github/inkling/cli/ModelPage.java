package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Provenance;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.DataSet;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.Protocol;
import io.github.inkling.evaluation.experiment.RecognizerMeasurement;
import io.github.inkling.evaluation.html.HtmlReport.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Trained models as a page: measured as the cells of a benchmark are. */
final class ModelPage {
  private static final Protocol PROTOCOL = Protocol.defaults().withLearningSizes(List.of());

  private final LabeledDigits test;
  private final ProgressListener progress;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Provenance> provenances = new ArrayList<>();
  private final IdentityHashMap<Cell, LabeledDigits> training = new IdentityHashMap<>();
  private final List<Fact> notes = new ArrayList<>();

  ModelPage(LabeledDigits test, ProgressListener progress) {
    this.test = test;
    this.progress = progress;
  }

  /**
   * Measures a model; similar training digits are shown if its training digits are at hand.
   *
   * @return how well it reads the digits
   */
  EvaluationReport add(String name, DigitRecognizer recognizer) throws IOException {
    Provenance provenance = recognizer.provenance();
    Optional<LabeledDigits> known = trainingDigits(provenance);
    Cell cell = RecognizerMeasurement.measure(name, recognizer, known, test, PROTOCOL, progress);
    cells.add(cell);
    provenances.add(provenance);
    known.ifPresent(digits -> training.put(cell, digits));
    if (SeenDigits.knows(recognizer, test)) {
      notes.add(new Fact("Beware", name + ": " + SeenDigits.NOTE));
    }
    return cell.report();
  }

  /** Those that a name of this command still stands for, with the same content. */
  private Optional<LabeledDigits> trainingDigits(Provenance provenance) throws IOException {
    DataSpec spec;
    try {
      spec = DataSpec.parse(provenance.data());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!spec.files().isEmpty()) {
      return Optional.empty();
    }
    LabeledDigits digits = spec.read(progress);
    return Optional.of(digits).filter(it -> it.contentHash().equals(provenance.dataHash()));
  }

  void write(Path file, CommandLine command) throws IOException {
    Provenance first = provenances.get(0);
    boolean isShared = provenances.stream().allMatch(it -> it.dataHash().equals(first.dataHash()));
    Leaderboard leaderboard =
        new Leaderboard(
            isShared
                ? new DataSet(first.data(), first.dataHash(), first.classCounts())
                : DataSet.several(
                    provenances.stream().map(Provenance::data).collect(Collectors.joining("; "))),
            List.of(DataSet.of(test)),
            PROTOCOL,
            cells,
            List.of());
    new ReportPage(leaderboard, test, cell -> Optional.ofNullable(training.get(cell)), notes)
        .write(
            file,
            (cells.size() > 1 ? "Two models on " : "A model on ") + test.name(),
            leaderboard.ranked(),
            command);
  }
}
