package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class FastExpTest {
  private static final double LARGEST_RELATIVE_ERROR = 1.2e-7;

  @Test
  void agreesWithTheMathLibraryOnAFineGrid() {
    double worst = 0;
    for (int i = 0; i <= 870_000; i++) {
      float x = -i / 10_000f;
      worst = Math.max(worst, Math.abs(FastExp.exp(x) / Math.exp(x) - 1));
    }

    assertThat(worst).isLessThan(LARGEST_RELATIVE_ERROR);
  }

  @Property
  void agreesWithTheMathLibraryAnywhere(@ForAll @FloatRange(min = -87, max = 0) float x) {
    assertThat(Math.abs(FastExp.exp(x) / Math.exp(x) - 1)).isLessThan(LARGEST_RELATIVE_ERROR);
  }

  @Test
  void isExactAtZeroAndZeroFarBelow() {
    assertThat(FastExp.exp(0)).isEqualTo(1);
    assertThat(FastExp.exp(-0f)).isEqualTo(1);
    assertThat(FastExp.exp(-88)).isZero();
    assertThat(FastExp.exp(Float.NEGATIVE_INFINITY)).isZero();
  }
}
