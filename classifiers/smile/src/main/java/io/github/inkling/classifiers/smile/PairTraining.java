package io.github.inkling.classifiers.smile;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trains and calibrates the machine of a pair of classes. Safe for concurrent use. */
final class PairTraining {
  /** One pass finds nearly the last decision values, and the sigmoid has but two parameters. */
  private static final int CALIBRATION_EPOCHS = 1;

  private final SvmSettings settings;
  private final LearningSet set;
  private final KernelBlocks blocks;
  private final MemoryBudget memory;
  private final int largest;
  private final long seed;

  /**
   * Prepares.
   *
   * @param memory shared by the machines in training
   * @param largest digits of a working set at most
   * @param seed decides every random choice
   */
  PairTraining(
      SvmSettings settings,
      LearningSet set,
      KernelBlocks blocks,
      MemoryBudget memory,
      int largest,
      long seed) {
    this.settings = settings;
    this.set = set;
    this.blocks = blocks;
    this.memory = memory;
    this.largest = largest;
    this.seed = seed;
  }

  /**
   * Trains the machine alone.
   *
   * @return its support vectors are rows of the {@link ClassOrder}
   */
  PairMachine machine(Pair pair) {
    return solve(pair, random(pair)).machine().renumber(pair::row);
  }

  /** Trains the machine, and calibrates it on held-out digits as they were written. */
  TrainedPair calibrated(Pair pair) {
    SplittableRandom random = random(pair);
    PairSolution solution = solve(pair, random);
    double[] heldOut =
        new CrossFitting(set, solver(CALIBRATION_EPOCHS), settings.folds())
            .heldOutDecisions(pair, solution.working(), random);
    // The copies are no sample of the digits that people write, and there may be many.
    int[] originals = items(pair).filter(item -> set.isOriginal(pair.row(item))).toArray();
    double[] decisions = Arrays.stream(originals).mapToDouble(item -> heldOut[item]).toArray();
    boolean[] first = new boolean[originals.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = pair.isFirst(originals[i]);
    }
    return new TrainedPair(
        solution.machine().renumber(pair::row),
        PlattSigmoid.fit(decisions, first),
        solution.leftOut());
  }

  private PairSolution solve(Pair pair, SplittableRandom random) {
    int[] learned = items(pair).filter(item -> set.isLearned(pair.row(item))).toArray();
    return solver(settings.epochs()).solve(pair, learned, random);
  }

  private SplittableRandom random(Pair pair) {
    return new SplittableRandom(seed + pair.index());
  }

  private WorkingSetSolver solver(int epochs) {
    return new WorkingSetSolver(settings, epochs, blocks, memory, largest);
  }

  private static IntStream items(Pair pair) {
    return IntStream.range(0, pair.size());
  }
}
