package io.github.inkling.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows each stage as a bar with the time left; a stage that is done leaves one line. */
final class BarView implements StageProgress.View {
  private static final int MILLISECONDS_BETWEEN_UPDATES = 100;

  /** Back to the first column, and clear what is there. */
  private static final String RESTART_LINE = "\r\u001b[K";

  private final Terminal terminal;

  /** Ctrl-C leaves the prompt on a line of its own. */
  private final Thread endLine;

  private ProgressBar bar;

  BarView(Terminal terminal) {
    this.terminal = terminal;
    this.endLine = new Thread(terminal.err()::println);
  }

  @Override
  public void start(String stage, long total) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(stage)
            .setInitialMax(total)
            .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_UPDATES)
            // Else a step that is made while the bar is drawn is not seen until the next.
            .continuousUpdate()
            .setRenderer(new BarRenderer(terminal.blocks()))
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, Terminal.COLUMNS - 1))
            .build();
    try {
      Runtime.getRuntime().addShutdownHook(endLine);
    } catch (IllegalStateException e) {
      // The process is ending already; there is no next prompt to care for.
    }
  }

  @Override
  public void update(long done) {
    bar.stepTo(done);
  }

  /** Shows what part of the stage is being done, in place of the stage's name. */
  void showPart(String name) {
    bar.setExtraMessage(name);
  }

  /** Writes a line above the bar. */
  void println(String line) {
    draw(line);
    terminal.err().println();
  }

  @Override
  public void finish() {
    close();
    terminal.err().println();
  }

  @Override
  public void abandon() {
    close();
    draw("");
  }

  private void close() {
    bar.close();
    try {
      Runtime.getRuntime().removeShutdownHook(endLine);
    } catch (IllegalStateException e) {
      // The process is ending already; the line is ended by that.
    }
  }

  private void draw(String line) {
    terminal.err().print(RESTART_LINE + line);
    terminal.err().flush();
  }
}
