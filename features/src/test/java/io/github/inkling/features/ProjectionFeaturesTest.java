package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SampleDigits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectionFeaturesTest {
  @Test
  void aPixelIsSeenInItsRowAndItsColumn() {
    float[] lines = describe("projection", SampleDigits.pixel(3, 5));

    assertThat(lines).hasSize(56);
    assertOnly(lines, 5, 28 + 3);
  }

  @Test
  void aPixelIsSeenInItsDiagonals() {
    float[] lines = describe("projection:diagonals=true", SampleDigits.pixel(3, 5));

    assertThat(lines).hasSize(56 + 55 + 55);
    // The falling diagonal through the corner is the 28th; this one is two further down.
    assertOnly(lines, 5, 28 + 3, 56 + 27 - 2, 56 + 55 + 3 + 5);
  }

  @Test
  void diagonalsGoFromCornerToCorner() {
    assertOnly(describe("projection:diagonals=true", SampleDigits.pixel(0, 27)), 27, 28, 56, 138);
    assertOnly(describe("projection:diagonals=true", SampleDigits.pixel(27, 0)), 0, 55, 110, 138);
    assertOnly(describe("projection:diagonals=true", SampleDigits.pixel(27, 27)), 27, 55, 83, 165);
  }

  @Test
  void aFullRowIsOne() {
    DigitImage row = Drawing.byFormula((x, y) -> y == 9 ? 1 : 0);

    float[] lines = describe("projection", row);

    assertThat(lines[9]).isEqualTo(1);
    for (int column = 0; column < 28; column++) {
      assertThat(lines[28 + column]).isCloseTo(1 / 28f, within(1e-7f));
    }
  }

  @Test
  void itsSpecificationIsSpelledOut() {
    assertThat(FeatureExtractors.of("projection").spec()).isEqualTo("projection:diagonals=false");
  }

  private static void assertOnly(float[] lines, int... seen) {
    float[] expected = new float[lines.length];
    for (int line : seen) {
      expected[line] = 1 / 28f;
    }
    assertThat(lines).containsExactly(expected);
  }

  private static float[] describe(String spec, DigitImage digit) {
    return FeatureExtractors.of(spec).extractAll(List.of(digit)).row(0);
  }
}
