package io.github.inkling.cli;

import io.github.inkling.core.Stopwatch;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Configuration;
import io.github.inkling.evaluation.experiment.ExperimentListener;
import io.github.inkling.evaluation.experiment.Failure;
import java.util.Locale;

/**
 * Shows how far a benchmark has come: a line for each cell that is done, and on a terminal below
 * them a bar with the time left.
 */
final class BenchmarkProgress implements ExperimentListener, AutoCloseable {
  /** Steps of the bar. */
  private static final int STEPS = 1000;

  private static final String KEPT = "kept";
  private static final double PERCENT = 100;

  private final Terminal terminal;
  private final BarView bar;
  private final TimeLeft timeLeft = new TimeLeft();
  private Configuration current;
  private Stopwatch sinceCell;
  private int number;
  private int total;
  private boolean isOpen;

  BenchmarkProgress(Terminal terminal) {
    this.terminal = terminal;
    this.bar = terminal.live() ? new BarView(terminal) : null;
  }

  @Override
  public synchronized void started(Configuration configuration, int place, int cells) {
    if (bar != null && !isOpen) {
      bar.start("Benchmark", STEPS);
    }
    isOpen = true;
    current = configuration;
    number = place;
    total = cells;
    sinceCell = Stopwatch.start();
    if (bar != null) {
      bar.showPart(format("%d/%d %s", place, cells, configuration.name()));
    }
  }

  @Override
  public synchronized void progress(String stage, long done, long steps) {
    if (bar != null && isOpen) {
      bar.update(Math.round(STEPS * timeLeft.share(current, sinceCell.seconds(), total - number)));
    }
  }

  @Override
  public synchronized void kept(Cell cell) {
    println(cell.configuration(), error(cell), KEPT);
  }

  @Override
  public synchronized void finished(Cell cell) {
    timeLeft.add(cell.configuration(), sinceCell.seconds());
    println(cell.configuration(), error(cell), format("%.1f s", sinceCell.seconds()));
  }

  @Override
  public synchronized void failed(Failure failure) {
    println(failure.configuration(), "failed", "");
    println("         " + failure.reason());
  }

  @Override
  public synchronized void unkept(Cell cell, String reason) {
    println("         not kept for the next run: " + reason);
  }

  @Override
  public synchronized void damaged(Configuration configuration, String reason) {
    println(format("Measured again, as what was kept is damaged: %s", reason));
  }

  private static String error(Cell cell) {
    return format("%.2f %%", PERCENT * (1 - cell.report().accuracy()));
  }

  private void println(Configuration configuration, String result, String time) {
    String line =
        format("%3d/%d  %-40s%10s%10s", number, total, configuration.name(), result, time);
    double left = timeLeft.seconds(total - number);
    boolean isTold = bar == null && number < total && left > 0 && !time.equals(KEPT);
    println(isTold ? line + format("  %d:%02d left", (int) left / 60, (int) left % 60) : line);
  }

  private void println(String line) {
    if (bar != null && isOpen) {
      bar.println(line.stripTrailing());
    } else {
      terminal.err().println(line.stripTrailing());
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null && isOpen) {
      bar.abandon();
    }
    isOpen = false;
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
