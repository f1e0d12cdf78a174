package io.github.inkling.core.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Trains the parts of a classifier side by side, as many at a time as there are cores. They have
 * threads of their own: native libraries keep things by the thread, and those of the caller are
 * none of their business.
 */
public final class SideBySide {
  private SideBySide() {}

  /**
   * How many of so many trainings run at the same time.
   *
   * @param trainings at least one
   * @return at most one per core
   */
  public static int atATime(int trainings) {
    return Math.min(trainings, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Trains all parts, and returns when no thread works any more.
   *
   * @param name of the threads, such as {@code svm-training}
   * @param trainings at least one, begun in this order; the first failure ends them all, and its
   *     exception is thrown
   * @param <T> what a training makes
   * @return what they made, in the same order
   * @throws IllegalStateException if the thread is interrupted, which it stays
   */
  public static <T> List<T> train(String name, List<Supplier<T>> trainings) {
    int threads = atATime(trainings.size());
    ExecutorService workers = Executors.newFixedThreadPool(threads, task -> thread(task, name));
    try {
      CompletionService<T> ended = new ExecutorCompletionService<>(workers);
      List<Future<T>> futures = new ArrayList<>();
      trainings.forEach(training -> futures.add(ended.submit(training::get)));
      // In the order in which they end.
      futures.forEach(future -> await(() -> ended.take().get()));
      return futures.stream().map(future -> await(future::get)).toList();
    } finally {
      stop(workers);
    }
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
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
