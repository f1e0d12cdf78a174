package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SampleDigits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScatteringFeaturesTest {
  @Test
  void theDefaultIsThreeScalesOfEightOrientationsToTheSecondOrder() {
    FeatureExtractor scattering = FeatureExtractors.of("scattering");

    assertThat(scattering.spec()).isEqualTo("scattering:scales=3,orientations=8,order=2,root=true");
    assertThat(scattering.length()).isEqualTo((1 + 3 * 8 + 3 * 8 * 8) * 4 * 4);
  }

  @Test
  void thereAreSixteenPlacesForEachPathOfThreeScales() {
    assertThat(length("order=0")).isEqualTo(16);
    assertThat(length("order=1")).isEqualTo((1 + 24) * 16);
    assertThat(length("order=1,scales=2")).isEqualTo((1 + 16) * 64);
    assertThat(length("scales=1")).isEqualTo((1 + 8) * 256);
    assertThat(length("scales=4,orientations=2")).isEqualTo((1 + 8 + 6 * 4) * 4);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 1e-6", "2, 3, 1e-6", "2, 8, 1e-6", "3, 2, 1e-3", "4, 1, 1e-3"})
  void itAgreesWithTheDefinition(int scales, int orientations, double tolerance) {
    DigitImage ring = SampleDigits.some().get(SampleDigits.RING);
    double[] expected = new ReferenceScattering(scales, orientations).describe(ring);

    float[] features =
        describe(
            new ScatteringFeatures(new ScatteringSettings(scales, orientations, 2, false)), ring);

    assertThat(features).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      // Where pictures are halved, a little of the high frequencies folds into the low ones.
      assertThat((double) features[i])
          .as("feature %d", i)
          .isCloseTo(expected[i], within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 15, 16, 17, 35})
  void aDigitsFeaturesDoNotDependOnItsCompany(int size) {
    FeatureExtractor scattering = FeatureExtractors.of("scattering:orientations=3");
    List<DigitImage> some = SampleDigits.some();
    List<DigitImage> digits =
        IntStream.range(0, size).mapToObj(i -> some.get(i % some.size())).toList();
    float[] together = new float[size * scattering.length()];
    scattering.extract(digits, together);

    for (int i = 0; i < size; i++) {
      int start = i * scattering.length();
      assertThat(Arrays.copyOfRange(together, start, start + scattering.length()))
          .isEqualTo(describe(scattering, digits.get(i)));
    }
  }

  @Test
  void paperScattersNothing() {
    assertThat(describe(FeatureExtractors.of("scattering"), SampleDigits.blank())).containsOnly(0);
  }

  @Test
  void aLineIsSeenByTheWaveletAcrossIt() {
    DigitImage upright = Drawing.byFormula((x, y) -> x == 14 ? 1 : 0);
    DigitImage lying = Drawing.byFormula((x, y) -> y == 14 ? 1 : 0);
    FeatureExtractor scattering = FeatureExtractors.of("scattering:order=1,orientations=2");

    assertThat(firstWavelet(scattering, upright, 0)).isGreaterThan(0.05f);
    assertThat(firstWavelet(scattering, upright, 1)).isLessThan(0.02f);
    assertThat(firstWavelet(scattering, lying, 0)).isLessThan(0.02f);
    assertThat(firstWavelet(scattering, lying, 1)).isGreaterThan(0.05f);
  }

  @Test
  void theRootIsTakenOfEachValue() {
    for (DigitImage digit : SampleDigits.some()) {
      float[] roots = describe(FeatureExtractors.of("scattering:orientations=3"), digit);
      float[] values =
          describe(FeatureExtractors.of("scattering:orientations=3,root=false"), digit);
      for (int i = 0; i < values.length; i++) {
        assertThat(roots[i]).isEqualTo((float) Math.sqrt(values[i]));
      }
    }
  }

  @Test
  void aSmallShiftChangesLittle() {
    DigitImage stroke = Drawing.byFormula((x, y) -> Math.exp(-(x - 14) * (x - 14) / 4.0));
    DigitImage shifted = Drawing.byFormula((x, y) -> Math.exp(-(x - 15) * (x - 15) / 4.0));
    FeatureExtractor scattering = FeatureExtractors.of("scattering:root=false");
    FeatureExtractor pixels = FeatureExtractors.of("pixels");

    assertThat(change(scattering, stroke, shifted))
        .isLessThan(0.5 * change(pixels, stroke, shifted));
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertRefused("scattering:scales=0", "scattering's scales must be in 1..4, not 0");
    assertRefused(
        "scattering:orientations=17", "scattering's orientations must be in 1..16, not 17");
    assertRefused("scattering:order=3", "scattering's order must be in 0..2, not 3");
    assertRefused(
        "scattering:scale=3",
        "'scattering:scale=3': unknown setting 'scale';"
            + " scattering has order, orientations, root, scales");
  }

  /** The value of the finest wavelet of an orientation, near the middle. */
  private static float firstWavelet(
      FeatureExtractor scattering, DigitImage digit, int orientation) {
    return describe(scattering, digit)[(1 + orientation) * 16 + 5];
  }

  /** The distance of two digits as a share of the length of the first. */
  private static double change(FeatureExtractor extractor, DigitImage before, DigitImage after) {
    float[] a = describe(extractor, before);
    float[] b = describe(extractor, after);
    double distance = 0;
    double length = 0;
    for (int i = 0; i < a.length; i++) {
      distance += (a[i] - b[i]) * (a[i] - b[i]);
      length += a[i] * a[i];
    }
    return Math.sqrt(distance / length);
  }

  private static void assertRefused(String spec, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of(spec))
        .withMessage(message);
  }

  private static int length(String settings) {
    return FeatureExtractors.of("scattering:" + settings).length();
  }

  private static float[] describe(FeatureExtractor extractor, DigitImage digit) {
    return extractor.extractAll(List.of(digit)).row(0);
  }
}
