package io.github.inkling.core.training;

import java.io.Serial;

/** Says that a network has learned nothing, as its loss grew beyond all bounds. */
public final class DivergedException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what diverged, and what mends it
   */
  public DivergedException(String message) {
    super(message);
  }
}
