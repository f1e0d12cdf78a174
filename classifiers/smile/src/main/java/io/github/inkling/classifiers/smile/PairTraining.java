package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ProgressListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Trains the machines of all pairs of classes, several at a time, with kernel values that they
 * share as far as the {@link MemoryPlan} allows. Neither the plan nor the number of threads has an
 * influence on the machines.
 */
final class PairTraining {
  /** One pass finds nearly the last decision values, and the sigmoid has but two parameters. */
  private static final int CALIBRATION_EPOCHS = 1;

  private final SvmSettings settings;
  private final ClassOrder order;
  private final KernelBlocks blocks;
  private final MemoryPlan plan;
  private final long seed;
  private final ProgressListener progress;

  PairTraining(
      SvmSettings settings,
      ClassOrder order,
      KernelBlocks blocks,
      MemoryPlan plan,
      long seed,
      ProgressListener progress) {
    this.settings = settings;
    this.order = order;
    this.blocks = blocks;
    this.plan = plan;
    this.seed = seed;
    this.progress = progress;
  }

  /** Trains; the pairs come in the order (0, 1), (0, 2), ..., (1, 2), .... */
  List<TrainedPair> train() {
    // Threads of its own: Smile's random generator belongs to the thread, and that of the caller
    // is none of our business.
    ExecutorService workers = Executors.newFixedThreadPool(plan.workers(), PairTraining::thread);
    try {
      float[][][] shared = sharedSquares(workers);
      return pairs(workers, shared);
    } finally {
      stop(workers);
    }
  }

  /**
   * Interrupts the workers and waits until they are gone, also if the caller is interrupted itself:
   * they use native memory that is given back after this.
   */
  private static void stop(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = false;
    boolean gone = false;
    while (!gone) {
      try {
        gone = workers.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "svm-training");
    thread.setDaemon(true);
    return thread;
  }

  private float[][][] sharedSquares(ExecutorService workers) {
    float[][][] squares = new float[order.classCount()][][];
    if (plan.shared() == 0) {
      return squares;
    }
    ProgressCounter counter =
        new ProgressCounter(progress, "Computing kernel values", plan.shared());
    List<Future<float[][]>> futures = new ArrayList<>();
    for (int c = 0; c < plan.shared(); c++) {
      int shared = c;
      futures.add(
          workers.submit(
              () -> {
                float[][] square = blocks.square(order.start(shared), order.size(shared));
                counter.add(1);
                return square;
              }));
    }
    for (int c = 0; c < plan.shared(); c++) {
      squares[c] = await(futures.get(c));
    }
    return squares;
  }

  private List<TrainedPair> pairs(ExecutorService workers, float[][][] shared) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < order.classCount(); i++) {
      for (int j = i + 1; j < order.classCount(); j++) {
        pairs.add(new Pair(pairs.size(), i, j));
      }
    }
    ProgressCounter counter = new ProgressCounter(progress, "Training SVM", pairs.size());
    // The largest first, so that no thread is left with a large one at the end.
    List<Pair> largestFirst = new ArrayList<>(pairs);
    largestFirst.sort(
        Comparator.comparingInt((Pair p) -> order.size(p.first) + order.size(p.second)).reversed());
    List<Future<TrainedPair>> futures = new ArrayList<>();
    pairs.forEach(pair -> futures.add(null));
    for (Pair pair : largestFirst) {
      futures.set(
          pair.index,
          workers.submit(
              () -> {
                TrainedPair trained = train(pair, kernel(pair, shared));
                counter.add(1);
                return trained;
              }));
    }
    return futures.stream().map(PairTraining::await).toList();
  }

  private PairKernel kernel(Pair pair, float[][][] shared) {
    if (plan.cachedRows() > 0) {
      return new RowCachedPairKernel(blocks, order, pair.first, pair.second, plan.cachedRows());
    }
    return PairKernel.resident(
        square(pair.first, shared),
        blocks.rectangle(
            order.start(pair.first),
            order.size(pair.first),
            order.start(pair.second),
            order.size(pair.second)),
        square(pair.second, shared));
  }

  private float[][] square(int c, float[][][] shared) {
    return shared[c] != null ? shared[c] : blocks.square(order.start(c), order.size(c));
  }

  private TrainedPair train(Pair pair, PairKernel kernel) {
    int first = order.size(pair.first);
    int second = order.size(pair.second);
    SplittableRandom random = new SplittableRandom(seed + pair.index);
    int[] all = new int[first + second];
    boolean[] isFirst = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
      isFirst[i] = i < first;
    }
    PairMachine machine = solver(settings.epochs()).solve(kernel, all, first, random.nextLong());
    double[] heldOut =
        new CrossFitting(solver(CALIBRATION_EPOCHS), settings.folds())
            .heldOutDecisions(kernel, first, second, random);
    PairMachine inRows =
        machine.renumber(
            item ->
                item < first
                    ? order.start(pair.first) + item
                    : order.start(pair.second) + item - first);
    return new TrainedPair(inRows, PlattSigmoid.fit(heldOut, isFirst));
  }

  private PairSolver solver(int epochs) {
    return new PairSolver(settings.c(), settings.tolerance(), epochs);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the training was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("the training failed", e.getCause());
    }
  }

  private record Pair(int index, int first, int second) {}
}
