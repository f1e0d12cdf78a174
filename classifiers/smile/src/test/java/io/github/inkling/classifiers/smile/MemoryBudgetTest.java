package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryBudgetTest {
  private static final long MEGABYTE = 1 << 20;

  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void whatFitsTogetherWorksTogether() throws Exception {
    MemoryBudget budget = new MemoryBudget(10 * MEGABYTE);
    CountDownLatch both = new CountDownLatch(2);

    Future<Boolean> one = threads.submit(() -> budget.with(5 * MEGABYTE, () -> meet(both)));
    Future<Boolean> other = threads.submit(() -> budget.with(5 * MEGABYTE, () -> meet(both)));

    assertThat(one.get()).isTrue();
    assertThat(other.get()).isTrue();
  }

  @Test
  void whatDoesNotFitWaitsForTheOther() throws Exception {
    MemoryBudget budget = new MemoryBudget(10 * MEGABYTE);
    CountDownLatch started = new CountDownLatch(1);

    Future<?> small =
        budget.with(
            6 * MEGABYTE,
            () -> {
              Future<?> other =
                  threads.submit(() -> budget.with(5 * MEGABYTE, () -> meet(started)));
              assertThat(within(started, 100)).isFalse();
              return other;
            });

    assertThat(small.get()).isEqualTo(true);
  }

  @Test
  void whatNeedsMoreThanAllHasAllForItself() {
    MemoryBudget budget = new MemoryBudget(1);

    assertThat(budget.with(Long.MAX_VALUE / 2, () -> "done")).isEqualTo("done");
    assertThat(budget.with(0, () -> "done")).isEqualTo("done");
  }

  @Test
  void whatFailsGivesItsMemoryBack() {
    MemoryBudget budget = new MemoryBudget(MEGABYTE);

    assertThatThrownBy(
            () ->
                budget.with(
                    MEGABYTE,
                    () -> {
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");

    assertThat(budget.with(MEGABYTE, () -> "done")).isEqualTo("done");
  }

  @Test
  void anInterruptEndsTheWaiting() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new MemoryBudget(MEGABYTE).with(1, () -> "done"))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static boolean meet(CountDownLatch latch) {
    latch.countDown();
    return within(latch, 50_000);
  }

  private static boolean within(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
