package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
  /**
   * The examples of R. G. Newcombe (1998), "Two-sided confidence intervals for the single
   * proportion: comparison of seven methods", Statistics in Medicine 17, 857-872, Table I, method 3
   * (score, no continuity correction).
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void agreesWithNewcombesTable(int successes, int trials, double lower, double upper) {
    WilsonInterval interval = WilsonInterval.of(successes, trials, 0.95);

    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
  }

  /** {@code scipy.stats.binomtest(9945, 10000).proportion_ci(confidence, 'wilson')}, SciPy 1.10. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.9939781712807828, 0.994976837553783",
    "0.95, 0.9928484588676674, 0.9957717667437334",
    "0.99, 0.9922397088237421, 0.9961045349898664"
  })
  void agreesWithSciPy(double confidence, double lower, double upper) {
    WilsonInterval interval = WilsonInterval.of(9945, 10_000, confidence);

    assertThat(interval.lower()).isCloseTo(lower, within(1e-14));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-14));
  }

  @Property
  void theIntervalContainsTheProportion(
      @ForAll @IntRange(min = 1, max = 100_000) int trials,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
    int successes = (int) Math.round(share * trials);

    assertThat(
            WilsonInterval.of(successes, trials, confidence).contains((double) successes / trials))
        .isTrue();
  }

  @Property
  void failuresMirrorSuccesses(
      @ForAll @IntRange(min = 1, max = 100_000) int trials,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    int successes = (int) Math.round(share * trials);
    WilsonInterval of = WilsonInterval.of(successes, trials, 0.95);
    WilsonInterval mirrored = WilsonInterval.of(trials - successes, trials, 0.95);

    assertThat(mirrored.lower()).isCloseTo(1 - of.upper(), within(1e-12));
    assertThat(mirrored.upper()).isCloseTo(1 - of.lower(), within(1e-12));
  }

  /** Wilson's definition: the ends are the probabilities that lie z standard errors off. */
  @Property
  void theEndsSolveWilsonsEquation(
      @ForAll @IntRange(min = 2, max = 100_000) int trials,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    int successes = Math.min(trials - 1, Math.max(1, (int) Math.round(share * trials)));
    double proportion = (double) successes / trials;
    WilsonInterval interval = WilsonInterval.of(successes, trials, 0.95);

    for (double end : new double[] {interval.lower(), interval.upper()}) {
      double standardErrors = Math.abs(proportion - end) / Math.sqrt(end * (1 - end) / trials);
      assertThat(standardErrors).isCloseTo(1.959963984540054, within(1e-6));
    }
  }

  @Test
  void theEndsOfAllAndNothingAreExact() {
    assertThat(WilsonInterval.of(0, 7, 0.95).lower()).isZero();
    assertThat(WilsonInterval.of(7, 7, 0.95).upper()).isEqualTo(1);
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> WilsonInterval.of(0, 0, 0.95))
        .hasMessage("trials must be at least 1, not 0");
    assertThatThrownBy(() -> WilsonInterval.of(11, 10, 0.95))
        .hasMessage("successes must be in 0..10, not 11");
    assertThatThrownBy(() -> WilsonInterval.of(5, 10, 95))
        .hasMessage("confidence must be above 0 and below 1, not 95.0");
    assertThatThrownBy(() -> WilsonInterval.of(5, 10, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new WilsonInterval(0.6, 0.5)).hasMessageContaining("0.6..0.5");
  }
}
