package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void theMedianIsTheMiddleOfTheSortedSeconds() {
    assertThat(new Timing(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(new Timing(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  @Test
  void workIsRepeatedAsOftenAsWanted() {
    AtomicInteger runs = new AtomicInteger();

    Timing timing = Timing.repeat(4, 60, runs::incrementAndGet).timing();

    assertThat(runs).hasValue(4);
    assertThat(timing.seconds()).hasSize(4);
  }

  @Test
  void withoutTimeLeftItIsDoneOnce() {
    AtomicInteger runs = new AtomicInteger();

    Timing.repeat(4, 0, runs::incrementAndGet);

    assertThat(runs).hasValue(1);
  }

  @Test
  void noRepetitionHasNoMedian() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timing(List.of()))
        .withMessageContaining("at least one repetition");
  }
}
