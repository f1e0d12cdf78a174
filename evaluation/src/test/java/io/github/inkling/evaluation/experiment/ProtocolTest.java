package io.github.inkling.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTest {
  private static final Protocol DEFAULTS = Protocol.defaults();

  @Test
  void aChangedCopyDiffersInOneThing() {
    assertThat(DEFAULTS.withFolds(5).folds()).isEqualTo(5);
    assertThat(DEFAULTS.withFolds(5).withFolds(DEFAULTS.folds())).isEqualTo(DEFAULTS);
    assertThat(DEFAULTS.withSeeds(List.of(1L, 2L)).seeds()).containsExactly(1L, 2L);
    assertThat(DEFAULTS.withLearningSizes(List.of()).learningSizes()).isEmpty();
    assertThat(DEFAULTS.withCorruptedDigits(0).corruptedDigits()).isZero();
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> DEFAULTS.withFolds(1))
        .hasMessage("folds must be 0, for none, or at least 2, not 1");
    assertThatThrownBy(() -> DEFAULTS.withFolds(-1)).hasMessageContaining("folds must be");
    assertThatThrownBy(() -> DEFAULTS.withSeeds(List.of()))
        .hasMessage("seeds must be at least one, and none of them twice, not []");
    assertThatThrownBy(() -> DEFAULTS.withSeeds(List.of(1L, 1L)))
        .hasMessageContaining("none of them twice");
    assertThatThrownBy(() -> DEFAULTS.withLearningSizes(List.of(100, 10)))
        .hasMessage("the sizes of a learning curve must ascend from at least 2, not be [100, 10]");
    assertThatThrownBy(() -> DEFAULTS.withLearningSizes(List.of(1)))
        .hasMessageContaining("from at least 2");
    assertThatThrownBy(() -> DEFAULTS.withCorruptedDigits(-1))
        .hasMessageContaining("the number of corrupted digits must be");
  }

  @Test
  void percentilesAreByNearestRank() {
    long[] nanos = new long[100];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = 1000L * (i + 1);
    }

    assertThat(Latency.percentile(nanos, 0.5)).isEqualTo(50);
    assertThat(Latency.percentile(nanos, 0.99)).isEqualTo(99);
    assertThat(Latency.percentile(new long[] {7000}, 0.99)).isEqualTo(7);
  }
}
