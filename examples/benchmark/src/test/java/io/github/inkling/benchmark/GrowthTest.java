package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
  @Test
  void whatSettlesAfterTheFirstThirdIsFlat() {
    Growth growth = new Growth(List.of(100L, 300L, 500L, 510L, 490L, 505L, 520L, 500L, 515L));

    assertThat(growth.isFlat()).isTrue();
    assertThat(growth).hasToString("flat: at most 510 MB in the middle third, 520 MB in the last");
  }

  @Test
  void whatGoesOnGrowsEvenIfItStartedFlat() {
    assertThat(new Growth(List.of(500L, 500L, 500L, 500L, 505L, 510L, 520L, 530L, 540L)).isFlat())
        .isFalse();
  }

  @Test
  void whatCannotBeMeasuredIsNotBlamed() {
    assertThat(new Growth(List.of()).isFlat()).isTrue();
    assertThat(new Growth(List.of())).asString().contains("not known");
  }

  @Test
  void onePointIsFlat() {
    assertThat(new Growth(List.of(7L)).isFlat()).isTrue();
  }
}
