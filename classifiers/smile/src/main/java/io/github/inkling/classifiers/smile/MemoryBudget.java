package io.github.inkling.classifiers.smile;

import io.github.inkling.core.training.Interruption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Shares a budget of memory out among the machines in training: each takes what it needs next and
 * waits until that is free. One that needs more than the whole budget has it for itself alone. So
 * memory decides how many machines are trained at a time, and nothing else.
 */
final class MemoryBudget {
  private static final long UNIT = 1 << 16;

  private final int units;
  private final Semaphore free;

  /**
   * Makes a budget.
   *
   * @param bytes at least 1
   */
  MemoryBudget(long bytes) {
    units = (int) Math.min(Integer.MAX_VALUE, units(bytes));
    // First come, first served: a large machine is not passed by small ones for ever.
    free = new Semaphore(units, true);
  }

  /**
   * Waits for memory, and works with it. The work takes no more from the same budget, or two
   * threads could wait for each other.
   *
   * @param bytes at least 0
   * @return what the work returns
   * @throws CancellationException if the thread is interrupted while it waits
   */
  <T> T with(long bytes, Supplier<T> work) {
    int taken = (int) Math.min(units, units(bytes));
    try {
      free.acquire(taken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Interruption.stopped();
    }
    try {
      return work.get();
    } finally {
      free.release(taken);
    }
  }

  private static long units(long bytes) {
    return (bytes + UNIT - 1) / UNIT;
  }
}
