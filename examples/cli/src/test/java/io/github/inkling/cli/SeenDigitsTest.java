package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenDigitsTest {
  @Test
  void partsOfMnistOverlapTheWholeButNotEachOther() {
    assertThat(SeenDigits.overlap("mnist:train", "mnist:validation")).isTrue();
    assertThat(SeenDigits.overlap("mnist:train", "mnist:fit")).isTrue();
    assertThat(SeenDigits.overlap("mnist:fit", "mnist:train")).isTrue();
    assertThat(SeenDigits.overlap("mnist:fit", "mnist:fit")).isTrue();
    assertThat(SeenDigits.overlap("mnist:fit", "mnist:validation")).isFalse();
    assertThat(SeenDigits.overlap("mnist:train", "mnist:test")).isFalse();
    assertThat(SeenDigits.overlap("idx files", "mnist:validation")).isFalse();
  }
}
