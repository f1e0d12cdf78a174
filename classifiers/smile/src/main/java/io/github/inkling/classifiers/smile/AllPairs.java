package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.training.Interruption;
import io.github.inkling.core.training.ProgressCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Trains something for every pair of classes, several pairs at a time. */
final class AllPairs {
  private final List<Pair> pairs = new ArrayList<>();

  AllPairs(ClassOrder order) {
    for (int i = 0; i < order.classCount(); i++) {
      for (int j = i + 1; j < order.classCount(); j++) {
        pairs.add(Pair.of(order, pairs.size(), i, j));
      }
    }
  }

  /**
   * Trains.
   *
   * @param stage what to call it
   * @param training trains one pair; called by several threads
   * @return in the order of the pairs: (0, 1), (0, 2), ..., (1, 2), ...
   * @throws IllegalStateException if the thread is interrupted, which it stays
   */
  <T> List<T> train(String stage, ProgressListener progress, Function<Pair, T> training) {
    int threads = Math.min(pairs.size(), Runtime.getRuntime().availableProcessors());
    // Threads of its own: Smile's random generator belongs to the thread, and that of the caller
    // is none of our business.
    ExecutorService workers = Executors.newFixedThreadPool(threads, AllPairs::thread);
    try {
      return train(new ExecutorCompletionService<>(workers), stage, progress, training);
    } finally {
      stop(workers);
    }
  }

  private <T> List<T> train(
      CompletionService<T> workers,
      String stage,
      ProgressListener progress,
      Function<Pair, T> training) {
    ProgressCounter counter = new ProgressCounter(progress, stage, pairs.size());
    // The largest first, so that no thread is left with a large one at the end.
    List<Pair> largestFirst = new ArrayList<>(pairs);
    largestFirst.sort(Comparator.comparingInt(Pair::size).reversed());
    List<Future<T>> futures = new ArrayList<>();
    pairs.forEach(pair -> futures.add(null));
    for (Pair pair : largestFirst) {
      futures.set(
          pair.index(),
          workers.submit(
              () -> {
                T trained = training.apply(pair);
                counter.add(1);
                return trained;
              }));
    }
    // In the order in which they end: the first failure ends it all.
    pairs.forEach(pair -> await(() -> workers.take().get()));
    return futures.stream().map(future -> await(future::get)).toList();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "svm-training");
    thread.setDaemon(true);
    return thread;
  }

  @FunctionalInterface
  private interface Result<T> {
    T get() throws InterruptedException, ExecutionException;
  }

  private static <T> T await(Result<T> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Interruption.ofTraining(e);
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
}
