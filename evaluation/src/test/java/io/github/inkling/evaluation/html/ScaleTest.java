package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void linearTicksAreRound() {
    assertThat(Scale.linear(0, 0.73, 5).ticks().stream().map(Figures::tick))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8");
    assertThat(Scale.linear(0, 100, 5).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    assertThat(Scale.exact(95, 100, 5).ticks())
        .containsExactly(95.0, 96.0, 97.0, 98.0, 99.0, 100.0);
  }

  @Test
  void logarithmicTicksAreDecadesWhereThereAreMany() {
    assertThat(Scale.logarithmic(0.012, 90).ticks().stream().map(Figures::tick))
        .containsExactly("0.01", "0.1", "1", "10", "100");
    assertThat(Scale.logarithmic(35, 450).ticks()).containsExactly(20.0, 50.0, 100.0, 200.0, 500.0);
  }

  @Test
  void equalRatiosAreEqualLengths() {
    Scale scale = Scale.logarithmic(1, 100);

    assertThat(scale.at(1)).isZero();
    assertThat(scale.at(10)).isCloseTo(0.5, within(1e-12));
    assertThat(scale.at(100)).isEqualTo(1);
    assertThat(scale.at(0)).isZero();
  }

  @Test
  void aSingleValueHasAScaleToo() {
    assertThat(Scale.linear(0, 0, 4).ticks()).startsWith(0.0).endsWith(1.0);
    assertThat(Scale.logarithmic(7, 7).at(7)).isBetween(0.0, 1.0);
    assertThat(Scale.logarithmic(5, 5).at(5)).isBetween(0.0, 1.0);
  }

  @Test
  void noScaleGoesBackwardsOrHasALogarithmOfNothing() {
    assertThatThrownBy(() -> Scale.exact(1, 1, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scale.logarithmic(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void allValuesAreOnTheAxisBetweenTicks(
      @ForAll @DoubleRange(min = -4, max = 7) double power,
      @ForAll @DoubleRange(min = -4, max = 7) double otherPower) {
    double least = Math.pow(10, Math.min(power, otherPower));
    double greatest = Math.pow(10, Math.max(power, otherPower));
    for (Scale scale :
        new Scale[] {Scale.linear(least, greatest, 5), Scale.logarithmic(least, greatest)}) {
      assertThat(scale.at(least)).isBetween(-1e-6, 1.0);
      assertThat(scale.at(greatest)).isBetween(0.0, 1 + 1e-6);
      assertThat(scale.ticks()).hasSizeBetween(1, 12).isSorted();
      assertThat(scale.ticks())
          .allSatisfy(tick -> assertThat(scale.at(tick)).isBetween(-1e-6, 1 + 1e-6));
    }
  }
}
