package io.github.inkling.core.training;

import java.util.concurrent.CancellationException;

/** Lets long work end soon after its thread was interrupted, and says so in one way. */
public final class Interruption {
  private Interruption() {}

  /**
   * Called between the steps of long work: goes on unless the thread is interrupted, which it
   * stays.
   *
   * @throws CancellationException if it is
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw stopped();
    }
  }

  /**
   * Ends the work of a thread within a training.
   *
   * @return to be thrown
   */
  public static CancellationException stopped() {
    return new CancellationException("the training was stopped");
  }

  /**
   * Ends a training, for its caller.
   *
   * @param cause what ended its work
   * @return to be thrown
   */
  public static IllegalStateException ofTraining(Exception cause) {
    return new IllegalStateException("the training was interrupted", cause);
  }
}
