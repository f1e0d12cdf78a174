package io.github.inkling.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * Draws a stage on one line: its name, a bar, the percentage and the time left; when it is done,
 * its name and the time it took.
 */
final class BarRenderer implements ProgressBarRenderer {
  private static final int NAME_COLUMNS = 26;
  private static final int TEXT_COLUMNS = 24;
  private static final double MILLIS = 1000;

  /** Below this share of the work, or time, a guess at the time left would be worth nothing. */
  private static final double LEAST_SHARE = 0.01;

  private static final Duration LEAST_TIME = Duration.ofMillis(800);

  private final boolean blocks;

  BarRenderer(boolean blocks) {
    this.blocks = blocks;
  }

  @Override
  public String render(ProgressState state, int columns) {
    String name = format("%-" + NAME_COLUMNS + "s", name(state));
    Duration elapsed = state.getElapsedAfterStart();
    if (state.getCurrent() >= state.getMax()) {
      return name + format("%6.1f s", elapsed.toMillis() / MILLIS);
    }
    double share = (double) state.getCurrent() / state.getMax();
    int width = Math.max(10, columns - name.length() - TEXT_COLUMNS);
    return name
        + bar(share, width)
        + format("%4d %%  ", (int) (100 * share))
        + timeLeft(share, elapsed);
  }

  /** What is done at the moment, where the stage has several parts. */
  private static String name(ProgressState state) {
    String part = state.getExtraMessage();
    String name = part == null || part.isEmpty() ? state.getTaskName() : part;
    return name.length() < NAME_COLUMNS ? name : name.substring(0, NAME_COLUMNS - 1);
  }

  private String bar(double share, int width) {
    return blocks ? blockBar(share, width) : asciiBar(share, width);
  }

  /** Unicode has blocks of one to eight eighths: U+258F down to U+2588. */
  private static String blockBar(double share, int width) {
    int eighths = (int) (share * width * 8);
    StringBuilder bar = new StringBuilder("\u2588".repeat(eighths / 8));
    if (eighths % 8 > 0) {
      bar.append((char) (0x2590 - eighths % 8));
    }
    return bar.append("\u00b7".repeat(width - bar.length())).toString();
  }

  private static String asciiBar(double share, int width) {
    int full = (int) (share * width);
    return "#".repeat(full) + ".".repeat(width - full);
  }

  private static String timeLeft(double share, Duration elapsed) {
    if (share < LEAST_SHARE || elapsed.compareTo(LEAST_TIME) < 0) {
      return "";
    }
    long seconds = Math.round(elapsed.toMillis() / MILLIS * (1 - share) / share);
    return seconds < 3600
        ? format("%d:%02d left", seconds / 60, seconds % 60)
        : format("%d:%02d h left", seconds / 3600, seconds % 3600 / 60);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
