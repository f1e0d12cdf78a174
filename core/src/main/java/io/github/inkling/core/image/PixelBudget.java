package io.github.inkling.core.image;

import java.util.concurrent.Semaphore;

/**
 * Lets only so many pixels be at work at a time, so that more cores do not take more memory. Safe
 * for concurrent use.
 */
public final class PixelBudget {
  /** Semaphores count in ints. */
  private static final long UNIT = 1000;

  private final int all;
  private final Semaphore left;

  /**
   * A budget of which nothing is taken.
   *
   * @param pixels pixels of all pictures that may be at work together
   */
  public PixelBudget(long pixels) {
    all = units(pixels);
    // First come, first served, or large pictures would wait for ever.
    left = new Semaphore(all, true);
  }

  /**
   * Waits until there is room. A picture that is larger than the whole budget is alone.
   *
   * @param pixels the picture's pixels
   * @return the share, which is to be given back
   */
  public int take(long pixels) {
    int share = Math.min(all, units(pixels));
    left.acquireUninterruptibly(share);
    return share;
  }

  /**
   * Makes room for others.
   *
   * @param share what {@link #take} returned
   */
  public void giveBack(int share) {
    left.release(share);
  }

  private static int units(long pixels) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, pixels / UNIT));
  }
}
