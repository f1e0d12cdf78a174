package io.github.inkling.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {
  @Test
  void itCountsSecondsFromItsStart() {
    long before = System.nanoTime();
    Stopwatch stopwatch = Stopwatch.start();
    long after = System.nanoTime();
    while (System.nanoTime() - after < 10_000_000) {
      Thread.onSpinWait();
    }

    double seconds = stopwatch.seconds();

    assertThat(seconds).isBetween(0.01, (System.nanoTime() - before) / 1e9);
    assertThat(stopwatch.seconds()).isGreaterThanOrEqualTo(seconds);
  }
}
