package io.github.inkling.classifiers.smile;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Decision values of digits that the machine was not trained on, neither on themselves nor on their
 * copies: each fold is judged by a machine trained on the others. Training values would be too sure
 * of themselves.
 */
final class CrossFitting {
  private final LearningSet set;
  private final WorkingSetSolver solver;
  private final int folds;

  CrossFitting(LearningSet set, WorkingSetSolver solver, int folds) {
    this.set = set;
    this.solver = solver;
    this.folds = folds;
  }

  /**
   * Computes a held-out decision value for every item. A class of a single digit cannot be held
   * out; then the values are those of a machine trained on all.
   *
   * @param likely items that are likely to matter: a working set of the machine trained on all
   * @param random decides the folds and what the solver draws
   */
  double[] heldOutDecisions(Pair pair, int[] likely, SplittableRandom random) {
    Folds cut = Folds.cut(set, pair, folds, random);
    double[] heldOut = new double[pair.size()];
    for (int fold = 0; fold < cut.count(); fold++) {
      int held = fold;
      IntPredicate others = item -> cut.count() == 1 || cut.of(item) != held;
      int[] candidates = IntStream.range(0, pair.size()).filter(others).toArray();
      int[] start = IntStream.of(likely).filter(others).toArray();
      double[] decisions = solver.solve(pair, candidates, start, random).decisions();
      for (int item = 0; item < heldOut.length; item++) {
        if (cut.of(item) == fold) {
          heldOut[item] = decisions[item];
        }
      }
    }
    return heldOut;
  }
}
