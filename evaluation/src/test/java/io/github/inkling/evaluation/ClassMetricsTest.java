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

    assertThat(metrics.precision()).hasValue(0.75);
    assertThat(metrics.recall()).hasValue(0.5);
    assertThat(metrics.f1().orElseThrow()).isCloseTo(2 * 0.75 * 0.5 / (0.75 + 0.5), within(1e-15));
  }

  @Test
  void zeroOfZeroIsUndefined() {
    ClassMetrics absent = new ClassMetrics(3, 0, 0, 0);
    ClassMetrics neverAnswered = new ClassMetrics(3, 0, 0, 5);
    ClassMetrics notInTheTruth = new ClassMetrics(3, 0, 5, 0);

    assertThat(absent.occurs()).isFalse();
    assertThat(absent.precision()).isEmpty();
    assertThat(absent.recall()).isEmpty();
    assertThat(absent.f1()).isEmpty();
    assertThat(neverAnswered.precision()).isEmpty();
    assertThat(neverAnswered.recall()).hasValue(0);
    assertThat(neverAnswered.f1()).hasValue(0);
    assertThat(notInTheTruth.precision()).hasValue(0);
    assertThat(notInTheTruth.recall()).isEmpty();
    assertThat(notInTheTruth.f1()).hasValue(0);
  }

  @Test
  void digitsAreNamedByWhatTheyLack() {
    UndefinedMetrics undefined =
        UndefinedMetrics.of(
            List.of(
                new ClassMetrics(0, 1, 1, 4),
                new ClassMetrics(1, 0, 0, 2),
                new ClassMetrics(2, 0, 3, 0),
                new ClassMetrics(3, 0, 0, 0)));

    assertThat(undefined).isEqualTo(new UndefinedMetrics(List.of(1, 3), List.of(2, 3), List.of(3)));
    assertThat(undefined.isEmpty()).isFalse();
    assertThat(UndefinedMetrics.of(List.of(new ClassMetrics(0, 1, 1, 4))).isEmpty()).isTrue();
  }

  @Test
  void anUndefinedRatioOfADigitThatOccursCountsAsZero() {
    List<ClassMetrics> classes =
        List.of(
            new ClassMetrics(0, 2, 2, 2),
            new ClassMetrics(1, 0, 0, 2),
            new ClassMetrics(2, 0, 0, 0));

    assertThat(Averages.macro(classes).precision()).isEqualTo(0.5);
    assertThat(Averages.weighted(classes).precision()).isEqualTo(0.5);
  }

  @Test
  void nothingHasNoAverage() {
    List<ClassMetrics> absent = List.of(new ClassMetrics(2, 0, 0, 0));

    assertThatThrownBy(() -> Averages.macro(absent))
        .hasMessage("no digit occurs, so there is nothing to average");
    assertThatThrownBy(() -> Averages.weighted(List.of(new ClassMetrics(2, 0, 1, 0))))
        .hasMessage("no digit occurs, so there is nothing to average");
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
