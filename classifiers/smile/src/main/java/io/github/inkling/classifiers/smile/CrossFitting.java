package io.github.inkling.classifiers.smile;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Decision values of digits that the machine was not trained on: the digits of a pair are cut into
 * folds, each class evenly, and each fold is judged by a machine trained on the others. Training
 * values would be too sure of themselves.
 */
final class CrossFitting {
  private final PairSolver solver;
  private final int folds;

  CrossFitting(PairSolver solver, int folds) {
    this.solver = solver;
    this.folds = folds;
  }

  /**
   * Computes a held-out decision value for every item. A class of a single digit cannot be held
   * out; then the values are those of a machine trained on all.
   *
   * @param first number of items of the first class
   * @param second number of items of the second class
   * @param random decides the folds and the solver's seeds
   */
  double[] heldOutDecisions(PairKernel kernel, int first, int second, SplittableRandom random) {
    int parts = Math.min(folds, Math.min(first, second));
    int[] fold = new int[first + second];
    assign(fold, 0, first, parts, random);
    assign(fold, first, first + second, parts, random);
    double[] decisions = new double[fold.length];
    for (int part = 0; part < parts; part++) {
      int current = part;
      int[] training = items(fold, f -> parts == 1 || f != current);
      PairMachine machine = solver.solve(kernel, training, first, random.nextLong());
      for (int item : items(fold, f -> f == current)) {
        Interruption.check();
        decisions[item] = machine.decide(kernel, item);
      }
    }
    return decisions;
  }

  private static void assign(int[] fold, int from, int to, int parts, SplittableRandom random) {
    for (int i = from; i < to; i++) {
      fold[i] = (i - from) % parts;
    }
    for (int i = to - 1; i > from; i--) {
      int j = from + random.nextInt(i - from + 1);
      int swapped = fold[i];
      fold[i] = fold[j];
      fold[j] = swapped;
    }
  }

  private static int[] items(int[] fold, IntPredicate wanted) {
    int[] items = new int[fold.length];
    int count = 0;
    for (int i = 0; i < fold.length; i++) {
      if (wanted.test(fold[i])) {
        items[count++] = i;
      }
    }
    return Arrays.copyOf(items, count);
  }
}
