package io.github.inkling.service;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises digits that arrive together as one batch, since a batch is one matrix product. A digit
 * that is alone does not wait: only while other requests are on their way is there a short wait for
 * them. The queue is bounded; who finds it full is told to come again.
 */
final class DigitBatcher implements AutoCloseable {
  /** More at a time are hardly faster, and the first would wait for the last. */
  static final int MOST = 64;

  private static final long PATIENCE_MILLIS = 5000;
  private static final Duration WAIT = Duration.ofMillis(1);

  private static final Logger LOG = LoggerFactory.getLogger(DigitBatcher.class);

  private final CompletableFuture<DigitRecognizer> loading;

  /** Digits that have come and are being decoded. */
  private final AtomicInteger onTheirWay = new AtomicInteger();

  private final BlockingQueue<Job> waiting;
  private final DistributionSummary sizes;
  private final Thread worker;
  private volatile boolean isClosed;

  /** A picture and who waits for its prediction. */
  private record Job(GrayImage image, CompletableFuture<Prediction> answer) {}

  /**
   * Starts a worker.
   *
   * @param loading the recognizer, or that which is being loaded
   * @param mostWaiting the most digits that wait
   * @param metrics hears how large batches are
   */
  DigitBatcher(CompletableFuture<DigitRecognizer> loading, int mostWaiting, MeterRegistry metrics) {
    this.loading = loading;
    waiting = new ArrayBlockingQueue<>(mostWaiting);
    sizes =
        DistributionSummary.builder("inkling.batch.size")
            .description("Digits that were recognised as one batch")
            .publishPercentiles(0.5, 0.99)
            .register(metrics);
    Gauge.builder("inkling.digits.waiting", waiting, BlockingQueue::size)
        .description("Digits that wait to be recognised")
        .register(metrics);
    worker = new Thread(this::work, "digits");
    worker.setDaemon(true);
    worker.start();
  }

  /**
   * Recognises a digit with whatever else is waiting.
   *
   * @throws ProblemException if too many are waiting, or the service is stopping
   */
  CompletableFuture<Prediction> recognize(GrayImage image) {
    Job job = new Job(image, new CompletableFuture<>());
    if (!waiting.offer(job)) {
      throw ProblemException.busy("too many digits are waiting");
    }
    // Closed meanwhile, and nobody looks into the queue any more.
    if (isClosed && !worker.isAlive() && waiting.remove(job)) {
      throw ProblemException.busy("the service is stopping");
    }
    return job.answer;
  }

  /** Recognises a digit that is to be decoded first: those that are decoded already wait for it. */
  CompletableFuture<Prediction> recognize(Supplier<CompletableFuture<GrayImage>> decoding) {
    onTheirWay.incrementAndGet();
    CompletableFuture<GrayImage> image;
    try {
      image = decoding.get();
    } catch (RuntimeException | Error e) {
      onTheirWay.decrementAndGet();
      throw e;
    }
    return image
        .whenComplete((decoded, error) -> onTheirWay.decrementAndGet())
        .thenCompose(this::recognize);
  }

  /** Whether digits are recognised. */
  boolean isAlive() {
    return worker.isAlive();
  }

  /** Stops when all that waits is answered. */
  @Override
  public void close() {
    isClosed = true;
    worker.interrupt();
    try {
      worker.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Whoever slipped in meanwhile.
    for (Job job = waiting.poll(); job != null; job = waiting.poll()) {
      job.answer.completeExceptionally(ProblemException.busy("the service is stopping"));
    }
  }

  private void work() {
    while (!isClosed || !waiting.isEmpty()) {
      try {
        workOnce();
      } catch (RuntimeException | Error e) {
        // Such as too little memory: no reason never to recognise anything again.
        LOG.error("a batch failed", e);
      }
    }
  }

  private void workOnce() {
    List<Job> batch = new ArrayList<>();
    try {
      Job first = isClosed ? waiting.poll() : waiting.take();
      if (first != null) {
        batch.add(first);
        gather(batch);
      }
    } catch (InterruptedException e) {
      // Closed: what waits is still answered.
    }
    if (!batch.isEmpty()) {
      answer(batch);
    }
  }

  /** Takes what is there, and waits for what is on its way. */
  private void gather(List<Job> batch) throws InterruptedException {
    long end = System.nanoTime() + WAIT.toNanos();
    waiting.drainTo(batch, MOST - batch.size());
    while (!isClosed && batch.size() < MOST && onTheirWay.get() > 0) {
      Job next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      batch.add(next);
      waiting.drainTo(batch, MOST - batch.size());
    }
  }

  private void answer(List<Job> batch) {
    try {
      sizes.record(batch.size());
      List<Outcome> outcomes = Outcome.all(recognizer(), batch.stream().map(Job::image).toList());
      for (int i = 0; i < batch.size(); i++) {
        outcomes.get(i).tell(batch.get(i).answer);
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(job -> job.answer.completeExceptionally(e));
    }
  }

  /** Waits until the recognizer is loaded, or the service is stopped before. */
  private DigitRecognizer recognizer() {
    while (true) {
      if (isClosed && !loading.isDone()) {
        throw ProblemException.busy("the service is stopping");
      }
      try {
        return loading.get();
      } catch (InterruptedException e) {
        // Closed.
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      }
    }
  }
}
