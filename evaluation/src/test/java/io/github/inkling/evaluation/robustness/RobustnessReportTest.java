package io.github.inkling.evaluation.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessReportTest {
  private static final String HASH =
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7";

  @Test
  void ratesAreSharesOfTheDigits() {
    RobustnessReport report = report(3, with(Corruption.BLUR, 1, 2, 3, 4, 90));

    assertThat(report.cleanErrorRate()).isEqualTo(0.03);
    assertThat(report.errorRate(Corruption.BLUR, 1)).isEqualTo(0.01);
    assertThat(report.errorRate(Corruption.BLUR, 5)).isEqualTo(0.9);
    assertThat(report.errorRate(Corruption.NOISE, 5)).isEqualTo(0.5);
    assertThat(report.meanErrorRate(Corruption.BLUR)).isEqualTo(0.2);
    assertThat(report.meanErrorRate(Corruption.NOISE)).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void theMeanCorruptionErrorIsTheMeanOfAllCorruptions() {
    // Eight of 0.3 and one of 0.2; the clean digits do not count.
    RobustnessReport report = report(100, with(Corruption.BLUR, 1, 2, 3, 4, 90));

    assertThat(report.meanCorruptionError()).isCloseTo(2.6 / 9, within(1e-15));
  }

  @Test
  void relativeToABaselineEveryCorruptionCountsTheSame() {
    RobustnessReport baseline = report(3, with(Corruption.BLUR, 0, 0, 0, 0, 2));
    RobustnessReport report = report(3, with(Corruption.BLUR, 0, 0, 0, 1, 4));

    assertThat(report.corruptionError(Corruption.BLUR, baseline)).hasValue(2.5);
    assertThat(report.corruptionError(Corruption.NOISE, baseline)).hasValue(1);
    assertThat(report.meanCorruptionError(baseline).orElseThrow())
        .isCloseTo((8 + 2.5) / 9, within(1e-15));
    assertThat(baseline.meanCorruptionError(baseline)).hasValue(1);
  }

  @Test
  void nothingIsRelativeToABaselineWithoutErrors() {
    RobustnessReport perfect = report(0, with(Corruption.BLUR, 0, 0, 0, 0, 0));
    RobustnessReport report = report(0, with(Corruption.BLUR, 0, 0, 0, 0, 1));

    assertThat(report.corruptionError(Corruption.BLUR, perfect)).isEmpty();
    assertThat(report.meanCorruptionError(perfect)).isEmpty();
    assertThat(perfect.meanCorruptionError(perfect)).isEmpty();
    assertThat(perfect.corruptionError(Corruption.BLUR, report)).hasValue(0);
  }

  @Test
  void aBaselineOfOtherDigitsOrAnotherSeedIsRefused() {
    RobustnessReport report = report(0, all());
    RobustnessReport seed = new RobustnessReport("a", HASH, 8, 100, 0, all());
    RobustnessReport data = new RobustnessReport("b", HASH.replace('0', '1'), 7, 100, 0, all());

    assertThatThrownBy(() -> report.meanCorruptionError(seed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the baseline must be of the same digits under seed 7, mnist:test, not under seed 8 of"
                + " a");
    assertThatThrownBy(() -> report.corruptionError(Corruption.BLUR, data))
        .hasMessageEndingWith("not under seed 7 of b");
  }

  @Test
  void errorsAreKeptInTheOrderOfCorruptionsAndCannotChange() {
    Map<Corruption, List<Integer>> reversed = new HashMap<>(all());
    RobustnessReport report = report(0, reversed);
    reversed.clear();

    assertThat(report.errors().keySet()).containsExactly(Corruption.values());
    assertThatThrownBy(() -> report.errors().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> report.errors().get(Corruption.BLUR).set(0, 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void countsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> report(-1, all()))
        .hasMessage("clean errors must be in 0..100, not -1");
    assertThatThrownBy(() -> report(101, all()))
        .hasMessage("clean errors must be in 0..100, not 101");
    assertThatThrownBy(() -> report(0, with(Corruption.SHEAR, 0, 0, 101, 0, 0)))
        .hasMessage("the errors of shear 3 must be in 0..100, not 101");
    assertThatThrownBy(() -> report(0, with(Corruption.SHEAR, 0, 0, 0, 0, -1)))
        .hasMessage("the errors of shear 5 must be in 0..100, not -1");
    assertThatThrownBy(() -> new RobustnessReport("none", HASH, 7, 0, 0, all()))
        .hasMessage("none: the number of digits must be at least 1, not 0");
    assertThatThrownBy(() -> new RobustnessReport("bad", "abc", 7, 100, 0, all()))
        .hasMessage("bad: the data hash must be 64 hexadecimal digits, not 'abc'");
  }

  @Test
  void missingCountsAreRefusedByName() {
    Map<Corruption, List<Integer>> incomplete = all();
    incomplete.remove(Corruption.SPATTER);

    assertThatThrownBy(() -> report(0, incomplete))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the errors of spatter must be 5 counts, one per strength, not null");
    assertThatThrownBy(() -> report(0, with(Corruption.SCALE, 1, 2)))
        .hasMessage("the errors of scale must be 5 counts, one per strength, not [1, 2]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void strengthsOutOfRangeAreRefused(int strength) {
    assertThatThrownBy(() -> report(0, all()).errorRate(Corruption.BLUR, strength))
        .hasMessage("strength must be in 1..5, not " + strength);
  }

  private static RobustnessReport report(int cleanErrors, Map<Corruption, List<Integer>> errors) {
    return new RobustnessReport("mnist:test", HASH, 7, 100, cleanErrors, errors);
  }

  /** Ten errors of a hundred more from strength to strength. */
  private static Map<Corruption, List<Integer>> all() {
    Map<Corruption, List<Integer>> errors = new EnumMap<>(Corruption.class);
    for (Corruption corruption : Corruption.values()) {
      errors.put(corruption, List.of(10, 20, 30, 40, 50));
    }
    return errors;
  }

  private static Map<Corruption, List<Integer>> with(Corruption corruption, Integer... errors) {
    Map<Corruption, List<Integer>> all = all();
    all.put(corruption, List.of(errors));
    return Collections.unmodifiableMap(all);
  }
}
