package io.github.inkling.cli;

import java.util.concurrent.Semaphore;

/** Lets only so many pixels be at work at a time. Safe for concurrent use. */
final class PixelBudget {
  /** Semaphores count in ints. */
  private static final long UNIT = 1000;

  private final int all;
  private final Semaphore left;

  PixelBudget(long pixels) {
    all = units(pixels);
    // First come, first served, or large pictures would wait for ever.
    left = new Semaphore(all, true);
  }

  /**
   * Waits until there is room. A picture that is larger than the whole budget is alone.
   *
   * @return the share, which is to be given back
   */
  int take(long pixels) {
    int share = Math.min(all, units(pixels));
    left.acquireUninterruptibly(share);
    return share;
  }

  void giveBack(int share) {
    left.release(share);
  }

  private static int units(long pixels) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, pixels / UNIT));
  }
}
