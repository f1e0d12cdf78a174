package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.SampleDigits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HogFeaturesTest {
  @Test
  void theDefaultIsTwoScalesOf480Features() {
    FeatureExtractor hog = FeatureExtractors.of("hog");

    assertThat(hog.spec())
        .isEqualTo("hog:cell=7/14,weights=1/0.5,block=2,stride=1,bins=12,signed=true,root=true");
    assertThat(hog.length()).isEqualTo(9 * 4 * 12 + 4 * 12);
    assertThat(FeatureExtractors.of("hog:cell=7/14").spec()).isEqualTo(hog.spec());
  }

  @Test
  void thereAreBlocksTimesCellsTimesBins() {
    assertThat(length("cell=7")).isEqualTo(3 * 3 * 4 * 12);
    assertThat(length("cell=14")).isEqualTo(1 * 4 * 12);
    assertThat(length("cell=2")).isEqualTo(13 * 13 * 4 * 12);
    assertThat(length("cell=7,bins=9")).isEqualTo(9 * 4 * 9);
    assertThat(length("cell=7,bins=8,signed=false")).isEqualTo(9 * 4 * 8);
    assertThat(length("cell=7,stride=2")).isEqualTo(4 * 4 * 12);
    assertThat(length("cell=4,block=3")).isEqualTo(25 * 9 * 12);
    assertThat(length("cell=7,block=1")).isEqualTo(16 * 12);
    assertThat(length("cell=4/7/14,bins=9")).isEqualTo((36 + 9 + 1) * 4 * 9);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 2, 1, 12, true",
    "14, 2, 1, 12, true",
    "7, 2, 1, 9, false",
    "4, 2, 1, 8, true",
    "7, 1, 1, 16, false",
    "4, 3, 1, 6, true",
    "7, 2, 2, 12, true"
  })
  void itAgreesWithTheDefinition(int cell, int block, int stride, int bins, boolean signed) {
    FeatureExtractor hog =
        new HogFeatures(
            new HogSettings(List.of(cell), List.of(1.0), block, stride, bins, signed, false));
    ReferenceHog reference = new ReferenceHog(cell, block, stride, bins, signed);

    for (DigitImage digit : SampleDigits.some()) {
      float[] features = describe(hog, digit);
      double[] expected = reference.describe(digit);
      assertThat(features).hasSize(expected.length);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) features[i]).as("feature %d", i).isCloseTo(expected[i], within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 2, 1, 12, true", "14, 2, 1, 9, false", "4, 3, 1, 6, true", "7, 2, 2, 12, true"})
  void itAgreesWithOpenCv(int cell, int block, int stride, int bins, boolean signed) {
    FeatureExtractor hog =
        new HogFeatures(
            new HogSettings(List.of(cell), List.of(1.0), block, stride, bins, signed, false));

    for (DigitImage digit : SampleDigits.some()) {
      float[] features = describe(hog, digit);
      float[] expected = OpenCvHog.describe(digit, cell, block, stride, bins, signed);
      assertThat(features).hasSize(expected.length);
      for (int i = 0; i < expected.length; i++) {
        // OpenCV's arc tangent is an approximation.
        assertThat(features[i]).as("feature %d", i).isCloseTo(expected[i], within(1e-3f));
      }
    }
  }

  @Test
  void aDigitsFeaturesDoNotDependOnItsCompany() {
    FeatureExtractor hog = FeatureExtractors.of("hog");
    List<DigitImage> digits = SampleDigits.some();
    FeatureMatrix together = hog.extractAll(digits);

    for (int i = 0; i < digits.size(); i++) {
      assertThat(together.row(i)).isEqualTo(describe(hog, digits.get(i)));
    }
  }

  @Test
  void theDirectionOfARampDecidesTheBin() {
    FeatureExtractor hog = FeatureExtractors.of("hog:cell=7");
    for (int degrees = 5; degrees < 360; degrees += 10) {
      float[] centre = centreBlock(describe(hog, ramp(degrees)));

      for (int cell = 0; cell < 4; cell++) {
        float[] histogram = Arrays.copyOfRange(centre, 12 * cell, 12 * cell + 12);
        assertThat(argMax(histogram)).as("bin of %d degrees", degrees).isEqualTo(degrees / 30);
      }
    }
  }

  @Test
  void unsignedBinsDoNotTellARampFromItsReverse() {
    FeatureExtractor hog = FeatureExtractors.of("hog:cell=7,signed=false");
    for (int degrees = 2; degrees < 180; degrees += 5) {
      float[] forth = centreBlock(describe(hog, ramp(degrees)));
      float[] back = centreBlock(describe(hog, ramp(degrees + 180)));

      assertThat(argMax(Arrays.copyOf(forth, 12))).isEqualTo(degrees / 15);
      assertThat(argMax(Arrays.copyOf(back, 12))).isEqualTo(degrees / 15);
    }
  }

  @Test
  void aRampBetweenTwoBinsVotesForBothAlike() {
    float[] centre = centreBlock(describe(FeatureExtractors.of("hog:cell=7"), ramp(90)));

    assertThat(centre[3]).isCloseTo(centre[2], within(0.01f)).isGreaterThan(0.3f);
    assertThat(centre[0] + centre[1] + centre[4] + centre[5]).isLessThan(0.05f);
  }

  @Test
  void aWeightMultipliesItsScale() {
    DigitImage ring = SampleDigits.some().get(SampleDigits.RING);
    float[] both = describe(FeatureExtractors.of("hog:cell=7/14,weights=2/0.25"), ring);
    float[] fine = describe(FeatureExtractors.of("hog:cell=7"), ring);
    float[] coarse = describe(FeatureExtractors.of("hog:cell=14"), ring);

    for (int i = 0; i < fine.length; i++) {
      assertThat(both[i]).isEqualTo(2 * fine[i]);
    }
    for (int i = 0; i < coarse.length; i++) {
      assertThat(both[fine.length + i]).isEqualTo(0.25f * coarse[i]);
    }
  }

  @Test
  void furtherScalesWeighHalfOfTheOneBefore() {
    assertThat(FeatureExtractors.of("hog:cell=4/7/14").spec()).contains("weights=1/0.5/0.25");
  }

  @Test
  void paperHasNoGradient() {
    assertThat(describe(FeatureExtractors.of("hog"), SampleDigits.blank())).containsOnly(0);
  }

  @Test
  void theRootIsTakenOfEachValueBeforeItIsWeighed() {
    FeatureExtractor rooted = FeatureExtractors.of("hog:cell=7/14,weights=2/0.25,root=true");
    FeatureExtractor plain = FeatureExtractors.of("hog:cell=7/14,weights=1/1,root=false");

    for (DigitImage digit : SampleDigits.some()) {
      float[] roots = describe(rooted, digit);
      float[] values = describe(plain, digit);
      for (int i = 0; i < values.length; i++) {
        float weight = i < 9 * 48 ? 2 : 0.25f;
        assertThat(roots[i]).isEqualTo(weight * (float) Math.sqrt(values[i]));
      }
    }
  }

  @Test
  void aModelSavedBeforeThereWasARootHasNone() {
    FeatureExtractors known = FeatureExtractors.with();
    String saved = "hog:cell=7/14,weights=1/0.5,block=2,stride=1,bins=12,signed=true";

    assertThat(known.restore(saved).spec()).isEqualTo(saved + ",root=false");
    assertThat(known.restore("zoning+0.5*" + saved).spec()).endsWith(saved + ",root=false");
    assertThat(known.restore(saved + ",root=true").spec()).isEqualTo(saved + ",root=true");
    assertThat(known.parse(saved).spec()).isEqualTo(saved + ",root=true");
  }

  @Test
  void everyBlockWithInkHasNormOneBeforeTheRoot() {
    float[] features = describe(FeatureExtractors.of("hog:cell=7,root=false"), ramp(30));

    for (int block = 0; block < 9; block++) {
      double squares = 0;
      for (int i = 0; i < 48; i++) {
        squares += features[48 * block + i] * features[48 * block + i];
      }
      assertThat(Math.sqrt(squares)).as("block %d", block).isCloseTo(1, within(0.01));
    }
  }

  @Test
  void cellsThatDoNotFitAreRefusedWithThoseThatDo() {
    assertRefused(
        "hog:cell=5",
        "HOG's cell of 5 px does not fit 28 px with block=2 and stride=1;"
            + " what fits: 1, 2, 4, 7, 14");
    assertRefused(
        "hog:cell=0",
        "HOG's cell of 0 px does not fit 28 px with block=2 and stride=1;"
            + " what fits: 1, 2, 4, 7, 14");
    assertRefused(
        "hog:cell=7,block=3,stride=2",
        "HOG's cell of 7 px does not fit 28 px with block=3 and stride=2; what fits: 4");
  }

  @Test
  void cellsTooLargeToMultiplyAreRefusedLikeOthers() {
    assertRefused(
        "hog:cell=1073741824,block=4,stride=4",
        "HOG's cell of 1073741824 px does not fit 28 px with block=4 and stride=4;"
            + " what fits: 1, 7");
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertRefused("hog:bins=1", "HOG's bins must be in 2..64, not 1");
    assertRefused("hog:block=0", "HOG's block must be in 1..14, not 0");
    assertRefused("hog:stride=3", "HOG's stride must be in 1..2, not 3");
    assertRefused("hog:cell=1/2/4/7/14", "HOG's number of cell sizes must be in 1..4, not 5");
    assertRefused("hog:weights=1/0", "HOG's weight must be above 0 and finite, not 0.0");
    assertRefused(
        "hog:cell=7,weights=1/2",
        "HOG needs one weight per cell size: there are 1 cell sizes, but 2 weights");
    assertRefused(
        "hog:cells=7",
        "'hog:cells=7': unknown setting 'cells';"
            + " hog has bins, block, cell, root, signed, stride, weights");
  }

  private static void assertRefused(String spec, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of(spec))
        .withMessage(message);
  }

  /** Ink that increases in a direction, 0 to the right and 90 downwards. */
  private static DigitImage ramp(int degrees) {
    double right = Math.cos(Math.toRadians(degrees));
    double down = Math.sin(Math.toRadians(degrees));
    return Drawing.byFormula((x, y) -> 0.65 + ((x - 13.5) * right + (y - 13.5) * down) / 40);
  }

  private static float[] centreBlock(float[] features) {
    return Arrays.copyOfRange(features, 4 * 48, 5 * 48);
  }

  private static int argMax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static int length(String settings) {
    return FeatureExtractors.of("hog:" + settings).length();
  }

  private static float[] describe(FeatureExtractor hog, DigitImage digit) {
    return hog.extractAll(List.of(digit)).row(0);
  }
}
