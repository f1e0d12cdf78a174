package io.github.inkling.classifiers.smile;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains the machine of a pair on a small working set, looks among all digits for those that
 * contradict it, adds them, and trains again, until none is left: chunking (Vapnik, "Estimation of
 * Dependences Based on Empirical Data", 1982, addendum I; Osuna, Freund and Girosi, "Support Vector
 * Machines: Training and Applications", MIT AI Memo 1602, 1997). As few digits become support
 * vectors, the solver and its kernel values need a small part of the time and memory that all
 * digits would take, and the machine is the same within the solver's tolerance.
 *
 * <p>Memory that others use decides when a working set is solved, and has no influence on the
 * machine.
 */
final class WorkingSetSolver {
  /** Digits of each class to begin with. */
  private static final int START = 300;

  /** Digits farther than this from the boundary, in margins, leave the working set. */
  private static final double FAR = 2;

  /**
   * Bounds memory and time where nearly every digit would become a support vector; the machine then
   * rests on a part of them.
   */
  private static final int LARGEST = 12_000;

  /** The kernel value of two digits, and the solver's own copy of it. */
  private static final int BYTES_PER_PAIR = Float.BYTES + Double.BYTES;

  /** Digits within the solver's tolerance could come and go for ever. */
  private static final int MOST_ROUNDS = 20;

  private final PairSolver solver;
  private final double tolerance;
  private final int epochs;
  private final KernelBlocks blocks;
  private final MemoryBudget memory;
  private final int largest;

  /**
   * Prepares.
   *
   * @param epochs passes over a working set; one is enough for the first, which is a mere sample
   * @param largest digits of a working set at most, see {@link #largest}
   */
  WorkingSetSolver(
      SvmSettings settings, int epochs, KernelBlocks blocks, MemoryBudget memory, int largest) {
    this.solver = new PairSolver(settings.c(), settings.tolerance());
    this.tolerance = settings.tolerance();
    this.epochs = epochs;
    this.blocks = blocks;
    this.memory = memory;
    this.largest = largest;
  }

  /**
   * The largest working set that can be solved in so much memory; never less than is begun with,
   * nor more than can be solved in sensible time.
   */
  static int largest(long bytes) {
    double most = Math.sqrt((double) Math.max(0, bytes) / BYTES_PER_PAIR);
    return (int) Math.max(2 * START, Math.min(LARGEST, most));
  }

  /**
   * Trains on some digits of a pair, beginning with a random sample of them.
   *
   * @param candidates the items to train on, ascending, of both classes
   * @param random chooses the sample and the solver's seeds
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  PairSolution solve(Pair pair, int[] candidates, SplittableRandom random) {
    return solve(pair, candidates, new int[0], random);
  }

  /**
   * Trains on some digits of a pair.
   *
   * @param candidates the items to train on, ascending, of both classes
   * @param start the first working set: some of the candidates, ascending; where it lacks a class,
   *     a random sample is taken in its place
   * @param random chooses the solver's seeds
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  PairSolution solve(Pair pair, int[] candidates, int[] start, SplittableRandom random) {
    boolean usable = start.length > 0 && pair.isFirst(start[0]) && !pair.isFirst(last(start));
    int[] working = usable ? start : sample(pair, candidates, random);
    PairSolution solution = solveOn(pair, working, working.length == candidates.length, random);
    int[] violators = violators(candidates, solution);
    for (int round = 1; violators.length > 0 && round < MOST_ROUNDS; round++) {
      int[] next = grown(pair, violators, solution);
      if (next.length == 0) {
        break;
      }
      solution = solveOn(pair, next, true, random);
      violators = violators(candidates, solution);
    }
    return solution.leavingOut(violators.length);
  }

  private PairSolution solveOn(
      Pair pair, int[] working, boolean thorough, SplittableRandom random) {
    boolean[] first = new boolean[working.length];
    for (int i = 0; i < working.length; i++) {
      first[i] = pair.isFirst(working[i]);
    }
    int[] rows = IntStream.of(working).map(pair::row).toArray();
    long seed = random.nextLong();
    PairMachine machine =
        memory
            .with(
                bytes(working.length),
                () -> solver.solve(blocks.square(rows), first, thorough ? epochs : 1, seed))
            .renumber(place -> working[place]);
    return new PairSolution(pair, machine, working, blocks.decisions(machine, pair), 0);
  }

  /** What is needed if all digits become support vectors. */
  private static long bytes(long working) {
    return working * working * BYTES_PER_PAIR;
  }

  /** The candidates that the machine was not trained on and that contradict it, ascending. */
  private int[] violators(int[] candidates, PairSolution solution) {
    BitSet working = new BitSet();
    IntStream.of(solution.working()).forEach(working::set);
    return IntStream.of(candidates)
        .filter(item -> !working.get(item) && solution.margin(item) < 1 - tolerance)
        .toArray();
  }

  /** The next working set, ascending; empty if there is no room for any violator. */
  private int[] grown(Pair pair, int[] violators, PairSolution solution) {
    BitSet next = new BitSet(pair.size());
    for (int item : solution.working()) {
      next.set(item, solution.margin(item) < FAR);
    }
    // A crude machine has many violators that a better one will not have: at most double the set.
    int room = Math.min(solution.working().length, largest - next.cardinality());
    int added = Math.min(violators.length, room);
    if (added <= 0) {
      return new int[0];
    }
    for (int v = 0; v < added; v++) {
      next.set(violators[(int) ((long) v * violators.length / added)]);
    }
    return next.stream().toArray();
  }

  private static int last(int[] items) {
    return items[items.length - 1];
  }

  private static int[] sample(Pair pair, int[] candidates, SplittableRandom random) {
    int[] shuffled = candidates.clone();
    BitSet sample = new BitSet(pair.size());
    int[] room = {START, START};
    for (int i = shuffled.length; i > 0; i--) {
      int chosen = random.nextInt(i);
      int item = shuffled[chosen];
      shuffled[chosen] = shuffled[i - 1];
      if (room[pair.isFirst(item) ? 0 : 1]-- > 0) {
        sample.set(item);
      }
    }
    return sample.stream().toArray();
  }
}
