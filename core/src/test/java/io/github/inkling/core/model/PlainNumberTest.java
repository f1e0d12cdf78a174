package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainNumberTest {
  @Test
  void numbersHaveNoExponentAndNoNeedlessZeros() {
    assertThat(PlainNumber.format(10.0)).isEqualTo("10");
    assertThat(PlainNumber.format(100)).isEqualTo("100");
    assertThat(PlainNumber.format(0.0)).isEqualTo("0");
    assertThat(PlainNumber.format(1e-7)).isEqualTo("0.0000001");
    assertThat(PlainNumber.format(-2.5e10)).isEqualTo("-25000000000");
  }

  @Test
  void aFloatIsWrittenAsShortAsItWasRead() {
    assertThat(PlainNumber.format(0.1f)).isEqualTo("0.1");
    assertThat(PlainNumber.format(0.1 + 0.2)).isEqualTo("0.30000000000000004");
  }
}
