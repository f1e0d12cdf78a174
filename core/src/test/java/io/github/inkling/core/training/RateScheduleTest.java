package io.github.inkling.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "COSINE, 0, 1",
    "COSINE, 0.25, 0.853553",
    "COSINE, 0.5, 0.5",
    "COSINE, 1, 0",
    "CYCLE, 0, 0.04",
    "CYCLE, 0.1, 0.52",
    "CYCLE, 0.2, 1",
    "CYCLE, 0.4, 0.853553",
    "CYCLE, 0.6, 0.5",
    "CYCLE, 1, 0",
    "STEP, 0, 1",
    "STEP, 0.49, 1",
    "STEP, 0.5, 0.1",
    "STEP, 0.75, 0.01",
    "CONSTANT, 0, 1",
    "CONSTANT, 0.99, 1"
  })
  void theRateChangesAsItsNameSays(RateSchedule schedule, double done, double factor) {
    assertThat(schedule.factor(done)).isCloseTo(factor, within(1e-6));
  }
}
