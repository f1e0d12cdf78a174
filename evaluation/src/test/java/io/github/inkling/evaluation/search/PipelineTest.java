package io.github.inkling.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
  private static final Pipeline JOINED = new Pipeline("", "hog:cell=7 + 0.5*zoning:4x4", "svm");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "svm; c; 10; svm:c=10",
        "SVM:C=1; c; 10; svm:c=10",
        "svm:kernel=rbf,c=1,gamma=2; c; 3; svm:kernel=rbf,c=3,gamma=2",
        "mlp:hidden=512; hidden; 64/32; mlp:hidden=64/32"
      })
  void aSettingOfTheClassifierIsReplacedOrAdded(
      String classifier, String key, String value, String expected) {
    Pipeline pipeline = new Pipeline("", "hog", classifier);

    assertThat(pipeline.with(Map.of(key, value)).classifier()).isEqualTo(expected);
    assertThat(pipeline.with(Map.of("classifier." + key, value)).classifier()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "features.hog.cell; 14; hog:cell=14+0.5*zoning:4x4",
        "features.hog.bins; 12; hog:cell=7,bins=12+0.5*zoning:4x4",
        "features.zoning; 7x7; hog:cell=7+0.5*zoning:7x7",
        "features.zoning.soft; true; hog:cell=7+0.5*zoning:4x4,soft=true"
      })
  void oneOfJoinedFeaturesIsMeantByItsName(String name, String value, String expected) {
    assertThat(JOINED.with(Map.of(name, value)).features()).isEqualTo(expected);
  }

  @Test
  void featuresAloneNeedNoName() {
    Pipeline alone = new Pipeline("deskew=false", "zoning:soft=true", "knn");

    assertThat(alone.with(Map.of("features.soft", "false")).features())
        .isEqualTo("zoning:soft=false");
    assertThat(alone.with(Map.of("features.zoning", "4x4")).features())
        .isEqualTo("zoning:4x4,soft=true");
    assertThat(alone.with(Map.of("features.zoning.soft", "false")).features())
        .isEqualTo("zoning:soft=false");
  }

  @Test
  void preprocessingHasSettingsAlone() {
    Pipeline pipeline = new Pipeline("", "hog", "svm");

    Pipeline skewed = pipeline.with(Map.of("preprocessing.deskew", "false"));

    assertThat(skewed.preprocessing()).isEqualTo("deskew=false");
    assertThat(skewed.with(Map.of("preprocessing.speck", "0")).preprocessing())
        .isEqualTo("deskew=false,speck=0");
    assertThat(skewed.with(Map.of("preprocessing.deskew", "true")).preprocessing())
        .isEqualTo("deskew=true");
  }

  @Test
  void joinedFeaturesThatAreNotNamedOrNotThereAreRefused() {
    assertThatThrownBy(() -> JOINED.with(Map.of("features.cell", "14")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'features.cell': hog and zoning are joined, so say whose setting it is, as in"
                + " features.hog.cell");
    assertThatThrownBy(() -> JOINED.with(Map.of("features.edges.bins", "9")))
        .hasMessageContaining("edges occurs not in the features");
    assertThatThrownBy(
            () ->
                new Pipeline("", "hog:cell=7+hog:cell=4", "svm")
                    .with(Map.of("features.hog.bins", "9")))
        .hasMessageContaining("hog occurs more than once");
  }

  /** What is written differently is prepared in the same way. */
  @Test
  void thePreparationIsTheSameHoweverItIsWritten() {
    Pipeline plain = new Pipeline("", "bands", "skilled");

    assertThat(new Pipeline("deskew=true", "bands:height=1", "skilled:skill=1").preparation())
        .isEqualTo(plain.preparation());
    assertThat(new Pipeline("deskew=false", "bands", "skilled").preparation())
        .isNotEqualTo(plain.preparation());
    assertThat(new Pipeline("", "bands:2", "skilled").preparation())
        .isNotEqualTo(plain.preparation());
    assertThatThrownBy(
            () -> new Pipeline("", "bands:wide=1", "skilled").applyTo(DigitRecognizer.trainer()))
        .hasMessageContaining("unknown setting 'wide'; bands has height");
  }
}
