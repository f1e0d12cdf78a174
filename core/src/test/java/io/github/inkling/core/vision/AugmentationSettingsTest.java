package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationSettingsTest {
  @Test
  void whatIsNotWrittenKeepsItsDefault() {
    AugmentationSettings defaults = AugmentationSettings.defaults();

    assertThat(AugmentationSettings.parse("")).isEqualTo(defaults);
    assertThat(AugmentationSettings.parse("Rotate=1.5, elastic=0, center=false"))
        .isEqualTo(
            new AugmentationSettings(
                1.5,
                defaults.scale(),
                defaults.shear(),
                defaults.shift(),
                defaults.stroke(),
                0,
                defaults.sigma(),
                false));
  }

  @Test
  void whatIsWrittenCanBeRead() {
    AugmentationSettings settings =
        new AugmentationSettings(12.5, 0.1, 1e-7, 2, 0.1 + 0.2, 1, 4, false);

    assertThat(settings.spec())
        .isEqualTo(
            "rotate=12.5,scale=0.1,shear=0.0000001,shift=2,stroke=0.30000000000000004,"
                + "elastic=1,sigma=4,center=false");
    assertThat(AugmentationSettings.parse(settings.spec())).isEqualTo(settings);
    assertThat(settings.toMap())
        .containsEntry("rotate", "12.5")
        .containsEntry("center", "false")
        .hasSize(8);
  }

  @Test
  void everyNumberMayBeNone() {
    AugmentationSettings none = AugmentationSettings.none();

    assertThat(none.toMap())
        .containsAllEntriesOf(
            Map.of(
                "rotate", "0", "scale", "0", "shear", "0", "shift", "0", "stroke", "0", "elastic",
                "0", "center", "false"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rotate=46 | rotate must be in 0..45, not 46",
        "rotate=-1 | rotate must be in 0..45, not -1",
        "scale=0.6 | scale must be in 0..0.5, not 0.6",
        "shear=2 | shear must be in 0..1, not 2",
        "shift=9 | shift must be in 0..8, not 9",
        "stroke=1.6 | stroke must be in 0..1.5, not 1.6",
        "elastic=5 | elastic must be in 0..4, not 5",
        "sigma=0 | sigma must be in 1..28, not 0",
        "sigma=1e9 | sigma must be in 1..28, not 1000000000",
        "shift=nan | shift must be a number, not 'nan'",
        "shift=1e999 | shift must be a finite number, not '1e999'",
        "rotate | rotate needs a value, as in rotate=value",
        "blur=1 | unknown setting 'blur'; augmentation has center, elastic, rotate",
        "shift=1,shift=1 | 'shift' is given twice",
        "center=maybe | center must be one of true, false, not 'maybe'"
      })
  void whatIsWrongIsNamed(String text, String message) {
    assertThatThrownBy(() -> AugmentationSettings.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
  void theConstructorRefusesWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> new AugmentationSettings(0, 0, 0, 0, 0, value, 4, true))
        .hasMessage("augmentation: elastic must be in 0..4, not " + value);
  }
}
