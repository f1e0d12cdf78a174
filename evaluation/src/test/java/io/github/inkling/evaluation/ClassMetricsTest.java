package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassMetricsTest {
  @Test
  void agreesWithWorkByHand() {
    ClassMetrics metrics = new ClassMetrics(3, 6, 8, 12);

    assertThat(metrics.precision()).isEqualTo(0.75);
    assertThat(metrics.recall()).isEqualTo(0.5);
    assertThat(metrics.f1()).isCloseTo(2 * 0.75 * 0.5 / (0.75 + 0.5), within(1e-15));
  }

  @Test
  void zeroOfZeroIsZero() {
    ClassMetrics absent = new ClassMetrics(3, 0, 0, 0);

    assertThat(absent.occurs()).isFalse();
    assertThat(List.of(absent.precision(), absent.recall(), absent.f1())).containsOnly(0.0);
    assertThat(new ClassMetrics(3, 0, 0, 5).precision()).isZero();
    assertThat(new ClassMetrics(3, 0, 5, 0).recall()).isZero();
  }

  @Test
  void averagesAgreeWithWorkByHand() {
    List<ClassMetrics> classes =
        List.of(
            new ClassMetrics(0, 1, 1, 4),
            new ClassMetrics(1, 2, 4, 2),
            new ClassMetrics(2, 0, 0, 0));

    // By digit: precision 1 and 1/2, recall 1/4 and 1, F1 2/5 and 2/3; the third does not occur.
    assertThat(Averages.macro(classes).precision()).isCloseTo(0.75, within(1e-15));
    assertThat(Averages.macro(classes).recall()).isCloseTo(0.625, within(1e-15));
    assertThat(Averages.macro(classes).f1()).isCloseTo(8.0 / 15, within(1e-15));
    assertThat(Averages.weighted(classes).precision()).isCloseTo(5.0 / 6, within(1e-15));
    assertThat(Averages.weighted(classes).recall()).isCloseTo(0.5, within(1e-15));
    assertThat(Averages.weighted(classes).f1()).isCloseTo(22.0 / 45, within(1e-15));
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> new ClassMetrics(10, 0, 0, 0))
        .hasMessage("digit must be in 0..9, not 10");
    assertThatThrownBy(() -> new ClassMetrics(3, 6, 5, 7))
        .hasMessage("true positives of 3 must be in 0..5, not 6");
  }
}
