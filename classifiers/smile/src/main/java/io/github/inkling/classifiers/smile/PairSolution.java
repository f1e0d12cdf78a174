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
  private final int leftOut;

  /**
   * Puts a solution together.
   *
   * @param machine its support vectors are items of the pair
   * @param working the items on which the machine was trained in the end, ascending
   * @param decisions the machine's decision values for all items, whether it was trained on them or
   *     not
   * @param leftOut number of items that contradict the machine and were not trained on
   */
  PairSolution(Pair pair, PairMachine machine, int[] working, double[] decisions, int leftOut) {
    this.pair = pair;
    this.machine = machine;
    this.working = working;
    this.decisions = decisions;
    this.leftOut = leftOut;
  }

  PairSolution leavingOut(int count) {
    return new PairSolution(pair, machine, working, decisions, count);
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

  int leftOut() {
    return leftOut;
  }

  /** How far an item is on its own class's side; 1 is the margin of the machine. */
  double margin(int item) {
    return pair.isFirst(item) ? decisions[item] : -decisions[item];
  }
}
