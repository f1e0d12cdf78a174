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
   * @param patience epochs without a better one after which training ends
   */
  EarlyStopping(int patience) {
    this.patience = patience;
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
    return last - best >= patience;
  }
}
