package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import java.util.Map;
import java.util.Optional;

/**
 * What columns that learn side by side have in common: they tell of their progress as one, and keep
 * their checkpoints as parts of one. Safe for their threads.
 */
final class ColumnTraining {
  private final Checkpoints checkpoints;
  private final ProgressListener progress;
  private final ModelState[] latest;
  private final long[] done;

  /**
   * Begins, or goes on.
   *
   * @param columns how many
   * @param checkpoints of all together
   * @param progress hears of all together
   */
  ColumnTraining(int columns, Checkpoints checkpoints, ProgressListener progress) {
    this.checkpoints = checkpoints;
    this.progress = progress;
    this.latest = new ModelState[columns];
    this.done = new long[columns];
    checkpoints.latest().ifPresent(this::goOn);
  }

  private void goOn(ModelState state) {
    if (latest.length > 1 && !state.settings().containsKey(Columns.COUNT)) {
      throw new IllegalArgumentException(
          "the checkpoint does not fit the training: it is of no columns");
    }
    for (int column = 0; column < latest.length; column++) {
      if (latest.length == 1) {
        latest[column] = state;
      } else if (state.settings().containsKey(Columns.name(column))) {
        latest[column] = state.part(Columns.name(column));
      }
    }
  }

  /** Where a column's training goes on, and keeps how far it has come. */
  Checkpoints checkpoints(int column) {
    if (checkpoints == Checkpoints.NONE) {
      return checkpoints;
    }
    return new Checkpoints() {
      @Override
      public Optional<ModelState> latest() {
        return latestOf(column);
      }

      @Override
      public void keep(ModelState state) {
        ColumnTraining.this.keep(column, state);
      }
    };
  }

  private synchronized Optional<ModelState> latestOf(int column) {
    return Optional.ofNullable(latest[column]);
  }

  /** Together with the latest of the others; of one column alone, as it is. */
  private synchronized void keep(int column, ModelState state) {
    if (latest.length == 1) {
      checkpoints.keep(state);
      return;
    }
    latest[column] = state;
    Map<String, String> settings = Map.of(Columns.COUNT, String.valueOf(latest.length));
    ModelState all = new ModelState(CnnClassifier.NAME, settings, Map.of());
    for (int other = 0; other < latest.length; other++) {
      if (latest[other] != null) {
        all = all.withPart(Columns.name(other), latest[other]);
      }
    }
    checkpoints.keep(all);
  }

  /** Hears of one column, and tells of all. */
  ProgressListener progress(int column) {
    return (stage, columnDone, columnTotal) -> tell(stage, column, columnDone, columnTotal);
  }

  private synchronized void tell(String stage, int column, long columnDone, long columnTotal) {
    done[column] = columnDone;
    long all = 0;
    for (long some : done) {
      all += some;
    }
    progress.progress(stage, all, columnTotal * done.length);
  }
}
