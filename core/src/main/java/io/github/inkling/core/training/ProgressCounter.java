package io.github.inkling.core.training;

import io.github.inkling.core.model.ProgressListener;

/** Counts finished steps of one stage, which may come from several threads. */
public final class ProgressCounter {
  private final ProgressListener listener;
  private final String stage;
  private final long total;
  private long done;

  /**
   * Begins at 0.
   *
   * @param listener hears of every step
   * @param stage what is being done
   * @param total steps of the stage
   */
  public ProgressCounter(ProgressListener listener, String stage, long total) {
    this.listener = listener;
    this.stage = stage;
    this.total = total;
    listener.progress(stage, 0, total);
  }

  /**
   * Adds finished steps.
   *
   * @param steps how many
   */
  public synchronized void add(long steps) {
    done += steps;
    listener.progress(stage, done, total);
  }

  /** Ends the stage: what is not done yet will not be. */
  public synchronized void finish() {
    if (done < total) {
      add(total - done);
    }
  }
}
