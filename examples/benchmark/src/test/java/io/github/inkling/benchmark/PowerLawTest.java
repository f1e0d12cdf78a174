package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.benchmark.PowerLaw.Point;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PowerLawTest {
  @Property(tries = 50)
  void pointsOnACurveGiveTheCurve(
      @ForAll @DoubleRange(min = -1, max = 3) double exponent,
      @ForAll @DoubleRange(min = 0.01, max = 1e3) double factor) {
    List<Point> points =
        List.of(5_000, 15_000, 60_000, 240_000).stream()
            .map(digits -> new Point(digits, factor * Math.pow(digits, exponent)))
            .toList();

    PowerLaw law = PowerLaw.fit(points);

    assertThat(law.exponent()).isCloseTo(exponent, within(1e-9));
    assertThat(law.cost(1_000) / (factor * Math.pow(1_000, exponent))).isCloseTo(1, within(1e-9));
  }

  /** Logarithms to base 10 are (0, 0), (1, 1), (2, 1): the slope is 1/2, the mean 2/3. */
  @Test
  void scatteredPointsGiveTheLeastSquaresLine() {
    PowerLaw law = PowerLaw.fit(List.of(new Point(1, 1), new Point(10, 10), new Point(100, 10)));

    assertThat(law.exponent()).isCloseTo(0.5, within(1e-12));
    assertThat(law.factor()).isCloseTo(Math.pow(10, 1 / 6.0), within(1e-12));
  }

  @Test
  void oneNumberOfDigitsHasNoExponent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PowerLaw.fit(List.of(new Point(5, 1), new Point(5, 2))))
        .withMessageContaining("two different numbers");
  }

  @Test
  void aCostOfZeroHasNoLogarithm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Point(5, 0))
        .withMessageContaining("above 0");
  }
}
