package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardDeviationTest {
  @Test
  void itHasOneDegreeOfFreedomLessThanValues() {
    // The mean is 5, the squares are 9, 1, 1, 1, 0, 0, 4 and 16.
    assertThat(StandardDeviation.of(2, 4, 4, 4, 5, 5, 7, 9))
        .isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
  }

  @Test
  void oneValueDoesNotDeviate() {
    assertThat(StandardDeviation.of(0.97)).isZero();
  }

  @Test
  void noValuesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(StandardDeviation::of);
  }
}
