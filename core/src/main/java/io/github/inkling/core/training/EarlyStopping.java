package io.github.inkling.core.training;

import io.github.inkling.core.model.ModelState;
import java.util.Map;

/** Remembers the best epoch, and ends training when it lies too far back. */
final class EarlyStopping {
  private final int patience;
  private int best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int last;

  /**
   * Begins.
   *
   * @param patience epochs without a better one after which training ends; 0 for never
   */
  EarlyStopping(int patience) {
    this.patience = patience;
  }

  /** Whether training may end before its last epoch. */
  boolean isOn() {
    return patience > 0;
  }

  /** Takes the loss of the next epoch, and tells whether it is the best so far. */
  boolean improves(double loss) {
    last++;
    if (loss < bestLoss) {
      best = last;
      bestLoss = loss;
      return true;
    }
    return false;
  }

  /** Whether to end. */
  boolean isOver() {
    return isOn() && last - best >= patience;
  }

  /** What it remembers, as {@link #load} takes it. */
  Map<String, String> save() {
    return Map.of(
        "best", String.valueOf(best),
        "bestLoss", String.valueOf(bestLoss),
        "last", String.valueOf(last));
  }

  /** Remembers what another did. */
  void load(ModelState state) {
    best = state.integer("best");
    bestLoss = state.number("bestLoss");
    last = state.integer("last");
  }
}
