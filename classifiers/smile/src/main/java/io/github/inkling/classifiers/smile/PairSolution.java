package io.github.inkling.classifiers.smile;

/**
 * A machine with its opinions on all items of its pair. Immutable by agreement: the arrays are not
 * copied.
 */
final class PairSolution {
  private final Pair pair;
  private final PairMachine machine;
  private final int[] working;
  private final double[] decisions;

  /**
   * Puts a solution together.
   *
   * @param machine its support vectors are items of the pair
   * @param working the items on which the machine was trained in the end, ascending
   * @param decisions the machine's decision values for all items, whether it was trained on them or
   *     not
   */
  PairSolution(Pair pair, PairMachine machine, int[] working, double[] decisions) {
    this.pair = pair;
    this.machine = machine;
    this.working = working;
    this.decisions = decisions;
  }

  PairMachine machine() {
    return machine;
  }

  int[] working() {
    return working;
  }

  double[] decisions() {
    return decisions;
  }

  /** How far an item is on its own class's side; 1 is the margin of the machine. */
  double margin(int item) {
    return pair.isFirst(item) ? decisions[item] : -decisions[item];
  }
}
