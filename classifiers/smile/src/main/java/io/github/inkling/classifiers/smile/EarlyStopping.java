package io.github.inkling.classifiers.smile;

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
}
