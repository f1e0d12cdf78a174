package io.github.inkling.cli;

import java.util.Locale;

/** Shows stages as lines, for logs and pipes: one when a stage is done, and one now and then. */
final class LineView implements StageProgress.View {
  private static final double NANOS = 1e9;
  private static final long SECONDS_BETWEEN_LINES = 30;

  private final Terminal terminal;
  private String stage;
  private long total;
  private long start;
  private long lastLine;

  LineView(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void start(String name, long steps) {
    stage = name;
    total = steps;
    start = System.nanoTime();
    lastLine = start;
  }

  @Override
  public void update(long done) {
    long now = System.nanoTime();
    if (now - lastLine > SECONDS_BETWEEN_LINES * NANOS) {
      lastLine = now;
      print(100 * done / Math.max(1, total) + " %");
    }
  }

  @Override
  public void finish() {
    print(String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / NANOS));
  }

  @Override
  public void abandon() {
    // What was not done is not told: the error is.
  }

  private void print(String what) {
    terminal.err().println(stage + ": " + what);
  }
}
