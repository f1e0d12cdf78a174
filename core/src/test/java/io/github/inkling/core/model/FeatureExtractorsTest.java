package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.inkling.core.image.DigitImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureExtractorsTest {
  private static final FeatureExtractors KNOWN =
      FeatureExtractors.with(new Constant.Provider(), new PointsProvider());

  @Test
  void aSingleExtractorIsNotWrapped() {
    assertThat(KNOWN.parse("constant:value=3")).isInstanceOf(Constant.class);
    assertThat(KNOWN.parse("1*constant")).isInstanceOf(Constant.class);
  }

  @Test
  void partsStandSideBySideTimesTheirWeights() {
    FeatureExtractor both = KNOWN.parse("constant:value=3 + 0.5*constant:value=4+2*points");

    FeatureMatrix features = both.extractAll(List.of(SampleDigits.pixel(0, 0)));

    assertThat(both.length()).isEqualTo(6);
    assertThat(features.row(0)).containsExactly(3, 2, 510, 0, 0, 0);
  }

  @Test
  void theSpecificationSpellsEveryWeightOut() {
    assertThat(KNOWN.parse("0.50*constant+3.0*points+0.000001*points+1e-7*points").spec())
        .isEqualTo("0.5*constant:value=1+3*points+0.000001*points+0.0000001*points");
  }

  @Test
  void aSettingYoungerThanASavedModelMeansWhatWasDoneThen() {
    assertThat(KNOWN.parse("constant+0.5*constant:value=4").spec())
        .isEqualTo("constant:value=1+0.5*constant:value=4");
    assertThat(KNOWN.restore("constant+0.5*constant:value=4").spec())
        .isEqualTo("constant:value=9+0.5*constant:value=4");
  }

  @Test
  void aConcatenationWithinAnotherIsTakenApart() {
    FeatureExtractor inner = KNOWN.parse("constant+0.5*points");
    FeatureExtractor outer =
        new ConcatenatedFeatures(
            List.of(
                new WeightedFeatures(3, inner), new WeightedFeatures(1, KNOWN.parse("points"))));

    assertThat(outer.spec()).isEqualTo("3*constant:value=1+1.5*points+points");
    assertThat(KNOWN.parse(outer.spec()).extractAll(SampleDigits.some()))
        .isEqualTo(outer.extractAll(SampleDigits.some()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wavelets      | there are no features named 'wavelets'; known are constant, points",
        "-1*points    | the weight of points must be above 0 and finite, not -1.0",
        "0*points     | the weight of points must be above 0 and finite, not 0.0",
        "NaN*points   | the weight of points must be above 0 and finite, not NaN",
        "1e99*points  | the weight of points must be above 0 and finite, not Infinity",
        "x*points     | 'x*points': 'x' is not a weight; expected a number above 0",
        "*points      | '*points': '' is not a weight; expected a number above 0",
        "2*3*points   | '2*3*points': '2*3*points' is not a feature;"
            + " expected such as hog or 0.5*zoning:4x4",
        "points:x=1   | 'points:x=1': unknown setting 'x'; points has no settings",
        "points+      | '' is not a name with settings;"
            + " expected such as hog or svm:kernel=rbf,c=10",
      })
  void whatIsNoFeatureIsRefusedByName(String spec, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> KNOWN.parse(spec)).withMessage(message);
  }

  @Test
  void withoutAnyModuleTheErrorNamesTheOneToAdd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtractors.of("hog"))
        .withMessage(
            "there are no features on the class path; add io.github.inkling:inkling-features");
  }

  @Test
  void anEmptyConcatenationIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConcatenatedFeatures(List.of()))
        .withMessage("a concatenation of features needs at least one part");
  }

  @Test
  void theNamesAreKnownInOrder() {
    assertThat(KNOWN.names()).containsExactly("constant", "points");
  }

  @Test
  void featuresThatAreNotFiniteAreRefusedByDigitAndColumn() {
    FeatureExtractor broken = new Constant(Float.NaN);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> broken.extractAll(SampleDigits.some()))
        .withMessage("feature 0 of digit 0 is NaN; features must be finite");
  }

  @Nested
  class Contract implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return KNOWN.parse("constant:value=2+0.1*points");
    }

    @Override
    public FeatureExtractors known() {
      return KNOWN;
    }
  }

  /** One feature that is always the same. */
  private record Constant(float value) implements FeatureExtractor {
    @Override
    public String spec() {
      return "constant:value=" + (int) value;
    }

    @Override
    public int length() {
      return 1;
    }

    @Override
    public void extract(List<DigitImage> digits, float[] rows) {
      Arrays.fill(rows, 0, digits.size(), value);
    }

    private static final class Provider implements FeatureExtractorProvider {
      @Override
      public String name() {
        return "constant";
      }

      @Override
      public FeatureExtractor create(ComponentSpec spec) {
        return new Constant(spec.allow("value").integer("value", 1));
      }

      @Override
      public FeatureExtractor restore(ComponentSpec spec) {
        return new Constant(spec.allow("value").integer("value", 9));
      }
    }
  }

  /** Four features: the ink of three corners and of the middle. */
  private static final class PointsProvider implements FeatureExtractorProvider {
    @Override
    public String name() {
      return "points";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      spec.allow();
      return new Points();
    }
  }

  private static final class Points implements FeatureExtractor {
    private static final int LAST = DigitImage.SIZE - 1;

    @Override
    public String spec() {
      return "points";
    }

    @Override
    public int length() {
      return 4;
    }

    @Override
    public void extract(List<DigitImage> digits, float[] rows) {
      for (int i = 0; i < digits.size(); i++) {
        DigitImage digit = digits.get(i);
        rows[4 * i] = digit.at(0, 0);
        rows[4 * i + 1] = digit.at(LAST, 0);
        rows[4 * i + 2] = digit.at(0, LAST);
        rows[4 * i + 3] = digit.at(DigitImage.SIZE / 2, DigitImage.SIZE / 2);
      }
    }
  }
}
