package io.github.inkling.classifiers.smile;

import java.util.concurrent.CancellationException;

/** Lets long work end soon after its thread was interrupted; called between its steps. */
final class Interruption {
  private Interruption() {}

  /**
   * Goes on unless the thread is interrupted, which it stays.
   *
   * @throws CancellationException if it is
   */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the training was stopped");
    }
  }
}
