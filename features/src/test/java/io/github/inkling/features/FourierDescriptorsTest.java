package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.SampleDigits;
import org.junit.jupiter.api.Test;

class FourierDescriptorsTest {
  @Test
  void aSquareHasEveryFourthHarmonicByItsInverseSquare() {
    float[] descriptors = describe(square(4, 4, 17));

    for (int harmonic = 2; harmonic <= 8; harmonic++) {
      assertThat(descriptors[positive(harmonic)])
          .as("harmonic %d", harmonic)
          .isCloseTo(harmonic == 5 ? 1 / 25f : 0, within(0.001f));
    }
    for (int harmonic = 1; harmonic <= 8; harmonic++) {
      float expected = harmonic == 3 ? 1 / 9f : harmonic == 7 ? 1 / 49f : 0;
      assertThat(descriptors[negative(harmonic)])
          .as("harmonic -%d", harmonic)
          .isCloseTo(expected, within(0.001f));
    }
  }

  @Test
  void aCircleHasNoHarmonicButTheFirst() {
    float[] descriptors =
        describe(Drawing.byFormula((x, y) -> Math.hypot(x - 13.5, y - 13.5) < 12 ? 1 : 0));

    for (float descriptor : descriptors) {
      assertThat(descriptor).isLessThan(0.03f);
    }
  }

  @Test
  void placeAndSizeDoNotMatter() {
    float[] large = describe(square(2, 3, 21));
    float[] small = describe(square(15, 16, 9));

    for (int i = 0; i < large.length; i++) {
      assertThat(small[i]).isCloseTo(large[i], within(0.001f));
    }
  }

  @Test
  void anOblongIsWorkedOutByHand() {
    // A rectangle whose sides are the parts a and 1/2 - a of its perimeter has the odd harmonics
    // sqrt(1 + sin(2 pi k a)) / k^2, up to a factor. Here the sides are 16 and 8, so a = 1/3.
    float[] descriptors =
        describe(Drawing.byFormula((x, y) -> x >= 5 && x <= 21 && y >= 9 && y <= 17 ? 1 : 0));

    for (int k = 1; k <= 8; k++) {
      assertThat((double) descriptors[negative(k)])
          .as("harmonic -%d", k)
          .isCloseTo(ofOblong(-k) / ofOblong(1), within(0.002));
    }
    for (int k = 2; k <= 8; k++) {
      assertThat((double) descriptors[positive(k)])
          .as("harmonic %d", k)
          .isCloseTo(ofOblong(k) / ofOblong(1), within(0.002));
    }
  }

  private static double ofOblong(int k) {
    double root = Math.sqrt(Math.max(0, 1 + Math.sin(2 * Math.PI * k / 3)));
    return k % 2 == 0 ? 0 : root / (k * k);
  }

  @Test
  void aSinglePixelHasNone() {
    assertThat(describe(SampleDigits.pixel(3, 3))).containsOnly(0);
  }

  private static int negative(int harmonic) {
    return 2 * (harmonic - 1);
  }

  private static int positive(int harmonic) {
    return 2 * (harmonic - 2) + 1;
  }

  private static DigitImage square(int left, int top, int width) {
    return Drawing.byFormula(
        (x, y) -> x >= left && x < left + width && y >= top && y < top + width ? 1 : 0);
  }

  private static float[] describe(DigitImage digit) {
    float[] descriptors = new float[16];
    Border outer = BorderFollowing.borders(BinaryDigit.of(digit)).get(0);
    new FourierDescriptors(8).of(outer, descriptors, 0);
    return descriptors;
  }
}
