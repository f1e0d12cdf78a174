package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.recognizer.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through a grid once: what was kept is taken, the rest is measured and kept. */
final class ExperimentRun {
  private final DataSet training;
  private final List<DataSet> tests;
  private final Protocol protocol;
  private final List<FeatureGroup> groups;
  private final ExperimentListener listener;
  private final Map<String, String> versions = Versions.current();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private int number;

  ExperimentRun(
      LabeledDigits training,
      List<LabeledDigits> tests,
      Protocol protocol,
      List<FeatureGroup> groups,
      ExperimentListener listener) {
    this.training = DataSet.of(training);
    this.tests = tests.stream().map(DataSet::of).toList();
    this.protocol = protocol;
    this.groups = groups;
    this.listener = listener;
  }

  Leaderboard run(CellStore store) throws IOException {
    store.prepare();
    for (FeatureGroup group : groups) {
      run(group, store);
    }
    return new Leaderboard(training, tests, protocol, cells, failures);
  }

  private void run(FeatureGroup group, CellStore store) {
    ReadyDigits ready = null;
    String unready = null;
    for (Contender contender : group.contenders()) {
      Configuration configuration = contender.configuration();
      listener.started(configuration, ++number, total());
      CellKey key = new CellKey(configuration, training, tests, protocol, versions);
      Optional<Cell> kept = store.read(key, reason -> listener.damaged(configuration, reason));
      if (kept.isPresent()) {
        cells.add(kept.get());
        listener.kept(kept.get());
        continue;
      }
      if (ready == null && unready == null) {
        try {
          ready = group.prepare(listener);
        } catch (RuntimeException | OutOfMemoryError e) {
          unready = reason(e);
        }
      }
      if (unready != null) {
        fail(configuration, unready);
        continue;
      }
      Cell cell;
      try {
        cell = new CellMeasurement(contender, protocol, ready, listener).measure();
      } catch (RuntimeException | OutOfMemoryError e) {
        fail(configuration, reason(e));
        continue;
      }
      cells.add(cell);
      listener.finished(cell);
      try {
        store.write(key, cell);
      } catch (IOException e) {
        listener.unkept(cell, reason(e));
      }
    }
  }

  private int total() {
    return groups.stream().mapToInt(group -> group.contenders().size()).sum();
  }

  private void fail(Configuration configuration, String reason) {
    Failure failure = new Failure(configuration, reason);
    failures.add(failure);
    listener.failed(failure);
  }

  /** In one line, as it stands in a table. */
  private static String reason(Throwable error) {
    if (error instanceof OutOfMemoryError) {
      return "the memory is not enough; give more with -Xmx, or use fewer digits or features";
    }
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
