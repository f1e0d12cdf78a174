package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.ResidentMemory;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * The most memory that the process holds while something is done: looked at many times a second, as
 * the system's own peak is that of the whole life of the process. Garbage of what came before is
 * collected first.
 */
final class PeakMemory implements AutoCloseable {
  private static final long MILLISECONDS = 10;

  private final Thread watcher;
  private volatile long peak = -1;

  private PeakMemory() {
    watcher = new Thread(this::watch, "peak memory");
    watcher.setDaemon(true);
  }

  static PeakMemory watching() {
    System.gc();
    PeakMemory memory = new PeakMemory();
    memory.look();
    memory.watcher.start();
    return memory;
  }

  private void watch() {
    try {
      while (look()) {
        Thread.sleep(MILLISECONDS);
      }
    } catch (InterruptedException e) {
      // There is no more to see.
    }
  }

  /** Whether there is something to see. */
  private synchronized boolean look() {
    try {
      OptionalLong now = ResidentMemory.megabytes();
      peak = Math.max(peak, now.orElse(-1));
      return now.isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** In megabytes; empty where the system does not tell. */
  OptionalLong megabytes() {
    look();
    return peak < 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
