package io.github.inkling.cli;

import io.github.inkling.core.model.ProgressListener;

/**
 * Shows how far each stage of the work has come: as a bar on a terminal, as a few lines anywhere
 * else. Safe for concurrent use.
 */
final class StageProgress implements ProgressListener, AutoCloseable {
  /** Shows one stage at a time. */
  interface View {
    /** A stage begins. */
    void start(String stage, long total);

    /** A stage has come to {@code done}. */
    void update(long done);

    /** The stage is done. */
    void finish();

    /** The stage will not be done. */
    void abandon();
  }

  private final View view;
  private String current;

  private StageProgress(View view) {
    this.view = view;
  }

  static StageProgress on(Terminal terminal) {
    return new StageProgress(terminal.live() ? new BarView(terminal) : new LineView(terminal));
  }

  @Override
  public synchronized void progress(String stage, long done, long total) {
    if (!stage.equals(current)) {
      finishCurrent();
      view.start(stage, total);
      current = stage;
    }
    view.update(done);
    if (done >= total) {
      finishCurrent();
    }
  }

  /** Ends the current stage without claiming that it is done. */
  @Override
  public synchronized void close() {
    if (current != null) {
      view.abandon();
      current = null;
    }
  }

  private void finishCurrent() {
    if (current != null) {
      view.finish();
      current = null;
    }
  }
}
