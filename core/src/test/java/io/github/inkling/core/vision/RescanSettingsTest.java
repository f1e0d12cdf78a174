package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RescanSettingsTest {
  @Test
  void whatIsNotWrittenKeepsItsDefault() {
    RescanSettings defaults = RescanSettings.defaults();

    assertThat(RescanSettings.parse("")).isEqualTo(defaults);
    assertThat(RescanSettings.parse("Share=1, slant=0.25"))
        .isEqualTo(
            new RescanSettings(
                1,
                defaults.forms(),
                defaults.balance(),
                defaults.pen(),
                defaults.stretch(),
                defaults.aspect(),
                0.25,
                defaults.binary(),
                defaults.twice(),
                defaults.gaps()));
    assertThat(RescanSettings.none().share()).isZero();
  }

  @Test
  void whatIsWrittenCanBeRead() {
    RescanSettings settings =
        new RescanSettings(0.1 + 0.2, 0, 0.125, 1, 1e-7, 0.5, 0.25, 1, 0.75, 0.5);

    String text =
        settings.toMap().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));

    assertThat(text)
        .isEqualTo(
            "share=0.30000000000000004,forms=0,balance=0.125,pen=1,stretch=0.0000001,"
                + "aspect=0.5,slant=0.25,binary=1,twice=0.75,gaps=0.5");
    assertThat(RescanSettings.parse(text)).isEqualTo(settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "share", "forms", "balance", "pen", "stretch", "aspect", "slant", "binary", "twice", "gaps"
      })
  void everySettingIsBetweenNoneAndAll(String name) {
    assertThat(RescanSettings.parse(name + "=0").toMap()).containsEntry(name, "0");
    assertThat(RescanSettings.parse(name + "=1").toMap()).containsEntry(name, "1");
    for (String value : new String[] {"1.1", "-0.1"}) {
      assertThatThrownBy(() -> RescanSettings.parse(name + "=" + value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("0..1")
          .hasMessageContaining(value);
    }
  }

  @Test
  void anUnknownSettingIsRefused() {
    assertThatThrownBy(() -> RescanSettings.parse("blur=1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blur")
        .hasMessageContaining("share");
  }
}
