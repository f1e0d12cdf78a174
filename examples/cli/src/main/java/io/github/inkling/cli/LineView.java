package io.github.inkling.cli;

import io.github.inkling.core.Stopwatch;
import java.util.Locale;

/** Shows stages as lines, for logs and pipes: one when a stage is done, and one now and then. */
final class LineView implements StageProgress.View {
  private static final long SECONDS_BETWEEN_LINES = 30;

  private final Terminal terminal;
  private String stage;
  private long total;
  private Stopwatch sinceStart;
  private Stopwatch sinceLine;

  LineView(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void start(String name, long steps) {
    stage = name;
    total = steps;
    sinceStart = Stopwatch.start();
    sinceLine = sinceStart;
  }

  @Override
  public void update(long done) {
    if (sinceLine.seconds() > SECONDS_BETWEEN_LINES) {
      sinceLine = Stopwatch.start();
      print(100 * done / Math.max(1, total) + " %");
    }
  }

  @Override
  public void finish() {
    print(String.format(Locale.ROOT, "%.1f s", sinceStart.seconds()));
  }

  @Override
  public void abandon() {
    // What was not done is not told: the error is.
  }

  private void print(String what) {
    terminal.err().println(stage + ": " + what);
  }
}
