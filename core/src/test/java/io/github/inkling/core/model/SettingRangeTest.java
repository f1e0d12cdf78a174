package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRangeTest {
  @Test
  void bothEndsAreWithinTheRange() {
    assertThatCode(() -> SettingRange.require("bins", 2, 2, 64)).doesNotThrowAnyException();
    assertThatCode(() -> SettingRange.require("bins", 64, 2, 64)).doesNotThrowAnyException();
    assertThatCode(() -> SettingRange.requirePositive("weight", Double.MIN_VALUE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65, Integer.MIN_VALUE})
  void whatLiesOutsideIsNamedWithTheRange(int value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingRange.require("bins", value, 2, 64))
        .withMessage("bins must be in 2..64, not " + value);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -0.1f, Float.NaN, Float.POSITIVE_INFINITY})
  void whatIsNotPositiveIsNamedAsItWasGiven(float value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingRange.requirePositive("weight", value))
        .withMessage("weight must be above 0 and finite, not " + value);
  }
}
