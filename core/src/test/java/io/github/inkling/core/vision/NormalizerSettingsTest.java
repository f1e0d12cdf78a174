package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NormalizerSettingsTest {
  @ParameterizedTest
  @EnumSource
  void settingsSurviveAsAMap(Denoiser denoiser) {
    NormalizerSettings settings = new NormalizerSettings(denoiser, false, true, true, 0.1 + 0.2);

    assertThat(NormalizerSettings.fromMap(settings.toMap())).isEqualTo(settings);
  }

  @Test
  void theMapNamesEverySettingInAFixedOrder() {
    assertThat(NormalizerSettings.defaults().toMap().entrySet())
        .extracting(Object::toString)
        .containsExactly(
            "denoise=none", "contrast=true", "deskew=true", "refit=false", "speck=0.05");
  }

  @Test
  void whatIsNotWrittenKeepsItsDefault() {
    assertThat(NormalizerSettings.parse("")).isEqualTo(NormalizerSettings.defaults());
    assertThat(NormalizerSettings.parse("deskew=false, Denoise=Median"))
        .isEqualTo(new NormalizerSettings(Denoiser.MEDIAN, true, false, false, 0.05));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "denoise=soap | denoise must be one of none, median, gaussian, opening, not 'soap'",
        "deskew=maybe | deskew must be one of true, false, not 'maybe'",
        "speck=0.7 | speck must be in 0..0.5, not '0.7'",
        "speck=-1 | speck must be in 0..0.5, not '-1.0'",
        "speck=nan | speck must be a number, not 'nan'",
        "blur=3 | unknown setting 'blur'; normalizer has contrast, denoise, deskew, refit, speck",
        "deskew=true,deskew=true | 'deskew' is given twice"
      })
  void whatIsWrongIsNamed(String text, String message) {
    assertThatThrownBy(() -> NormalizerSettings.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theConstructorRefusesWhatIsOutOfRange() {
    assertThatThrownBy(() -> new NormalizerSettings(Denoiser.NONE, true, true, false, Double.NaN))
        .hasMessage("speck must be in 0..0.5, not NaN");
    assertThatThrownBy(() -> new NormalizerSettings(null, true, true, false, 0))
        .hasMessageContaining("denoise must be one of [none, median, gaussian, opening]");
  }

  @Test
  void aMapMustBeCompleteAndNoMore() {
    Map<String, String> map = new HashMap<>(NormalizerSettings.defaults().toMap());
    map.put("blur", "3");
    assertThatThrownBy(() -> NormalizerSettings.fromMap(map))
        .hasMessageContaining("unknown setting 'blur'");
    map.remove("blur");
    map.put("speck", "0.1,refit=true");
    assertThatThrownBy(() -> NormalizerSettings.fromMap(map)).hasMessageContaining("speck");
    map.remove("speck");
    assertThatThrownBy(() -> NormalizerSettings.fromMap(map))
        .hasMessage("the normalizer's setting 'speck' is missing");
  }
}
