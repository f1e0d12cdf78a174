package io.github.inkling.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {
  /** 27 / 9 = 3, and one step more would leave 1 to choose from; 9,000 / 9 = 1,000. */
  @Test
  void aThirdGoesOnAndLearnsFromThreeTimesTheDigits() {
    assertThat(new SuccessiveHalving(27, 3, 100, 1).schedule(27, 9_000))
        .containsExactly(new Rung(27, 1_000), new Rung(9, 3_000), new Rung(3, 9_000));
  }

  @Test
  void theLeastDigitsLeaveTheFirstStepsOut() {
    assertThat(new SuccessiveHalving(27, 3, 1_000, 1).schedule(27, 9_000)).hasSize(3);
    assertThat(new SuccessiveHalving(27, 3, 1_001, 1).schedule(27, 9_000))
        .containsExactly(new Rung(27, 3_000), new Rung(9, 9_000));
    assertThat(new SuccessiveHalving(27, 3, 3_001, 1).schedule(27, 9_000))
        .containsExactly(new Rung(27, 9_000));
  }

  /** Of 10, a quarter is 2; a quarter of 10,001 is 2,500. */
  @Test
  void sharesAreRoundedDown() {
    assertThat(new SuccessiveHalving(10, 4, 2, 1).schedule(10, 10_001))
        .containsExactly(new Rung(10, 2_500), new Rung(2, 10_001));
    assertThat(new SuccessiveHalving(1, 2, 2, 1).schedule(1, 50)).containsExactly(new Rung(1, 50));
  }

  @Property(tries = 200)
  void stepsBeginWithAllAndEndWithAllDigits(
      @ForAll @IntRange(min = 1, max = 500) int trials,
      @ForAll @IntRange(min = 2, max = 6) int eta,
      @ForAll @IntRange(min = 10, max = 60_000) int digits) {
    List<Rung> rungs = new SuccessiveHalving(trials, eta, 10, 1).schedule(trials, digits);

    assertThat(rungs.get(0).trials()).isEqualTo(trials);
    assertThat(rungs.get(rungs.size() - 1).digits()).isEqualTo(digits);
    assertThat(rungs).allMatch(rung -> rung.digits() >= 10);
    for (int i = 1; i < rungs.size(); i++) {
      assertThat(rungs.get(i).trials()).isGreaterThan(1).isEqualTo(rungs.get(i - 1).trials() / eta);
      assertThat(rungs.get(i - 1).digits()).isEqualTo(rungs.get(i).digits() / eta);
    }
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new SuccessiveHalving(0, 3, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trials must be in 1..10000, not 0");
    assertThatThrownBy(() -> new SuccessiveHalving(9, 1, 10, 1)).hasMessageContaining("eta");
    assertThatThrownBy(() -> new SuccessiveHalving(9, 3, 1, 1)).hasMessageContaining("leastDigits");
    assertThatThrownBy(() -> new RandomSearch(0, 1)).hasMessageContaining("trials");
  }
}
