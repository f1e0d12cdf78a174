package io.github.inkling.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads on which pages are read and large pictures decoded: one per core, so that as many
 * pictures are in memory at a time. The queue before them is bounded.
 */
final class PictureWorkers implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final ThreadPoolExecutor threads;

  PictureWorkers(int mostWaiting, MeterRegistry metrics) {
    int cores = Runtime.getRuntime().availableProcessors();
    BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(mostWaiting);
    threads =
        new ThreadPoolExecutor(cores, cores, 1, TimeUnit.MINUTES, waiting, new NamedThreads());
    Gauge.builder("inkling.pictures.waiting", waiting, BlockingQueue::size)
        .description("Pages and large pictures that wait for a thread")
        .register(metrics);
  }

  /**
   * Does some work when a thread has time for it.
   *
   * @throws ProblemException if too much is waiting, or the service is stopping
   */
  <T> CompletableFuture<T> run(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException e) {
      throw ProblemException.busy("too many pictures are waiting");
    }
  }

  /** Stops when all that waits is done. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class NamedThreads implements ThreadFactory {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, "pictures-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
