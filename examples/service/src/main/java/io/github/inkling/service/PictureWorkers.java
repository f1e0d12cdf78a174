package io.github.inkling.service;

import io.github.inkling.core.image.PixelBudget;
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
 * The threads on which pages are read and large pictures decoded: one per core, and only so many
 * pixels together. The queue before them is bounded.
 */
final class PictureWorkers implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final ThreadPoolExecutor threads;
  private final PixelBudget budget;

  PictureWorkers(Limits limits, MeterRegistry metrics) {
    budget = new PixelBudget(limits.picturePixels());
    int cores = Runtime.getRuntime().availableProcessors();
    BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(limits.waitingPictures());
    threads =
        new ThreadPoolExecutor(cores, cores, 1, TimeUnit.MINUTES, waiting, new NamedThreads());
    Gauge.builder("inkling.pictures.waiting", waiting, BlockingQueue::size)
        .description("Pages and large pictures that wait for a thread")
        .register(metrics);
  }

  /**
   * Does some work when a thread has time for it and there is memory for so many pixels.
   *
   * @throws ProblemException if too much is waiting, or the service is stopping
   */
  <T> CompletableFuture<T> run(long pixels, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> within(pixels, work), threads);
    } catch (RejectedExecutionException e) {
      throw ProblemException.busy("too many pictures are waiting");
    }
  }

  private <T> T within(long pixels, Supplier<T> work) {
    int share = budget.take(pixels);
    try {
      return work.get();
    } finally {
      budget.giveBack(share);
    }
  }

  /** Stops when all that waits is done, or soon: nobody is there any more who hears of it. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
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
