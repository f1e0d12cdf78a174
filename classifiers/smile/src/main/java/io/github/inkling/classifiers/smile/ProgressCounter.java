package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ProgressListener;

/** Counts finished steps of one stage, which may come from several threads. */
final class ProgressCounter {
  private final ProgressListener listener;
  private final String stage;
  private final long total;
  private long done;

  ProgressCounter(ProgressListener listener, String stage, long total) {
    this.listener = listener;
    this.stage = stage;
    this.total = total;
    listener.progress(stage, 0, total);
  }

  /** Adds finished steps. */
  synchronized void add(long steps) {
    done += steps;
    listener.progress(stage, done, total);
  }
}
