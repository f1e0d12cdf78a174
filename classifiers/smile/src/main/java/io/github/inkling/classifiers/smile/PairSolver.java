package io.github.inkling.classifiers.smile;

import io.github.inkling.core.training.Interruption;
import smile.base.svm.KernelMachine;
import smile.base.svm.LASVM;
import smile.math.MathEx;
import smile.math.kernel.MercerKernel;

/**
 * Trains the machine of two classes with Smile's LASVM (Bordes, Ertekin, Weston and Bottou, "Fast
 * Kernel Classifiers with Online and Active Learning", JMLR 6, 2005), which asks for one kernel
 * value at a time; they are looked up.
 */
final class PairSolver {
  private final double c;
  private final double tolerance;

  PairSolver(double c, double tolerance) {
    this.c = c;
    this.tolerance = tolerance;
  }

  /**
   * Trains.
   *
   * @param kernel the kernel values of all digits with all digits
   * @param first which digits are of the first class
   * @param epochs passes over the digits
   * @param seed decides the order in which the solver sees the digits
   * @return a machine whose items are the digits' places
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  PairMachine solve(float[][] kernel, boolean[] first, int epochs, long seed) {
    Item[] x = new Item[first.length];
    int[] y = new int[first.length];
    for (int i = 0; i < first.length; i++) {
      x[i] = new Item(i);
      y[i] = first[i] ? 1 : -1;
    }
    // LASVM draws from Smile's generator of the current thread.
    MathEx.setSeed(seed);
    KernelMachine<Item> machine = new LASVM<>(new Lookup(kernel), c, tolerance).fit(x, y, epochs);
    return compact(machine);
  }

  private static PairMachine compact(KernelMachine<Item> machine) {
    Item[] vectors = machine.vectors();
    double[] alphas = machine.weights();
    int count = 0;
    for (double alpha : alphas) {
      count += alpha != 0 ? 1 : 0;
    }
    int[] items = new int[count];
    double[] weights = new double[count];
    for (int v = 0, s = 0; v < alphas.length; v++) {
      if (alphas[v] != 0) {
        items[s] = vectors[v].index;
        weights[s++] = alphas[v];
      }
    }
    return new PairMachine(items, weights, machine.intercept());
  }

  /** Stands for a digit. LASVM tells digits apart by identity, so this is no record. */
  private static final class Item {
    final int index;

    Item(int index) {
      this.index = index;
    }
  }

  /** Smile's kernels are serializable by type; this one never leaves the solver. */
  @SuppressWarnings("serial")
  private static final class Lookup implements MercerKernel<Item> {
    /** Values that pass in well under a millisecond. */
    private static final int CHECK_EVERY = 1 << 12;

    private final float[][] values;
    private int calls;

    Lookup(float[][] values) {
      this.values = values;
    }

    @Override
    public double k(Item a, Item b) {
      // The solver itself cannot be interrupted, but it asks for values all the time.
      if (++calls % CHECK_EVERY == 0) {
        Interruption.check();
      }
      // The later argument is the one that the solver holds fixed, so that its row stays in the
      // cache.
      return values[b.index][a.index];
    }

    @Override
    public double[] kg(Item a, Item b) {
      return new double[] {k(a, b)};
    }

    @Override
    public MercerKernel<Item> of(double[] parameters) {
      return this;
    }

    @Override
    public double[] hyperparameters() {
      return new double[0];
    }

    @Override
    public double[] lo() {
      return new double[0];
    }

    @Override
    public double[] hi() {
      return new double[0];
    }
  }
}
