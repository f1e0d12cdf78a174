package io.github.inkling.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static <T> List<T> train(List<Supplier<T>> trainings) {
    return SideBySide.train("test-training", trainings);
  }

  @Test
  void resultsAreInTheOrderOfTheTrainings() {
    List<Supplier<Integer>> trainings =
        IntStream.range(0, 50).<Supplier<Integer>>mapToObj(i -> () -> i * i).toList();

    assertThat(train(trainings)).isEqualTo(IntStream.range(0, 50).mapToObj(i -> i * i).toList());
  }

  @Test
  void threadsAreNamedAndNotTheCallers() {
    assertThat(train(List.<Supplier<String>>of(() -> Thread.currentThread().getName())))
        .containsExactly("test-training");
  }

  @Test
  void theFirstFailureEndsTheOthers() {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean isStopped = new AtomicBoolean();
    Supplier<String> failing =
        () -> {
          await(begun);
          throw new IllegalArgumentException("too bright");
        };
    Supplier<String> endless =
        () -> {
          begun.countDown();
          sleepUntilInterrupted();
          isStopped.set(true);
          return "";
        };

    assertThatThrownBy(() -> train(List.of(endless, failing)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("too bright");

    assertThat(isStopped).as("nothing works on when it returns").isTrue();
  }

  @Test
  void anInterruptedCallerStopsThemAndStaysInterrupted() {
    AtomicBoolean isStopped = new AtomicBoolean();
    Thread caller = Thread.currentThread();
    Supplier<String> endless =
        () -> {
          caller.interrupt();
          sleepUntilInterrupted();
          isStopped.set(true);
          return "";
        };
    try {
      assertThatThrownBy(() -> train(List.of(endless)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the training was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(isStopped).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleepUntilInterrupted() {
    try {
      Thread.sleep(60_000);
      throw new AssertionError("was not interrupted");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
