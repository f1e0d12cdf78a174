package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentSpecTest {
  @Test
  void aNameMayStandAlone() {
    ComponentSpec spec = ComponentSpec.parse("hog");

    assertThat(spec.name()).isEqualTo("hog");
    assertThat(spec.integer("bins", 12)).isEqualTo(12);
  }

  @Test
  void settingsFollowTheName() {
    ComponentSpec spec = ComponentSpec.parse("svm:kernel=rbf,c=10,gamma=0.4,scale=true");

    assertThat(spec.name()).isEqualTo("svm");
    assertThat(spec.option("kernel", "linear", "linear", "rbf")).isEqualTo("rbf");
    assertThat(spec.integer("c", 1)).isEqualTo(10);
    assertThat(spec.number("gamma", 1)).isEqualTo(0.4);
    assertThat(spec.flag("scale", false)).isTrue();
  }

  @Test
  void aBareValueIsFoundUnderTheEmptyKey() {
    assertThat(ComponentSpec.parse("zoning:4x4,directions=8").text("", "7x7")).isEqualTo("4x4");
  }

  @Test
  void listsAreJoinedBySlashes() {
    ComponentSpec spec = ComponentSpec.parse("hog:cell=7/14,weights=1/0.5");

    assertThat(spec.integers("cell", List.of())).containsExactly(7, 14);
    assertThat(spec.numbers("weights", List.of())).containsExactly(1.0, 0.5);
    assertThat(spec.integers("bins", List.of(12))).containsExactly(12);
  }

  @Test
  void settingsThatAreJoinedAreReadAgain() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kernel", "rbf");
    settings.put("c", "10");

    assertThat(ComponentSpec.join(settings)).isEqualTo("kernel=rbf,c=10");
    assertThat(ComponentSpec.parse("svm:" + ComponentSpec.join(settings)).number("c", 1))
        .isEqualTo(10);
    assertThat(ComponentSpec.join(Map.of())).isEmpty();
  }

  @Test
  void caseAndSurroundingSpaceDoNotMatter() {
    ComponentSpec spec = ComponentSpec.parse("  HOG:Cell = 7 , SIGNED=True ");

    assertThat(spec.name()).isEqualTo("hog");
    assertThat(spec.integer("cell", 0)).isEqualTo(7);
    assertThat(spec.flag("signed", false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":", ":c=1", "1svm", "s v m", "svm;c=1", "svm/2", "ß"})
  void whatIsNoNameIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentSpec.parse(text))
        .withMessage(
            "'%s' is not a name with settings; expected such as hog or svm:kernel=rbf,c=10", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "svm:        | 'svm:': '' is not a setting; expected key=value",
        "svm:c=      | 'svm:c=': 'c=' is not a setting; expected key=value",
        "svm:=1      | 'svm:=1': '=1' is not a setting; expected key=value",
        "svm:c=1,    | 'svm:c=1,': '' is not a setting; expected key=value",
        "svm:c=1,c=2 | 'svm:c=1,c=2': 'c' is given twice",
        "zoning:4,5  | 'zoning:4,5': '5' is given twice",
      })
  void whatIsNoSettingIsRefused(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentSpec.parse(text))
        .withMessage(message);
  }

  @Test
  void unknownSettingsAreNamedWithTheKnownOnes() {
    ComponentSpec spec = ComponentSpec.parse("svm:c=10,gama=0.4");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.allow("kernel", "c", "gamma"))
        .withMessage("'svm:c=10,gama=0.4': unknown setting 'gama'; svm has c, gamma, kernel");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentSpec.parse("pixels:4x4").allow())
        .withMessage("'pixels:4x4': unknown setting '4x4'; pixels has no settings");
    assertThat(spec.allow("c", "gama")).isSameAs(spec);
  }

  @Test
  void aKnownSettingWithoutAValueIsNotCalledUnknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComponentSpec.parse("svm:virtual").allow("c", "virtual"))
        .withMessage("'svm:virtual': virtual needs a value, as in virtual=value");
  }

  @Test
  void valuesOfTheWrongKindAreRefused() {
    ComponentSpec spec = ComponentSpec.parse("svm:c=ten,k=2.5,gamma=infinity,scale=yes,list=7//x");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.number("c", 1))
        .withMessage("'%s': c must be a number, not 'ten'", spec);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.integer("k", 1))
        .withMessage("'%s': k must be a whole number, not '2.5'", spec);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.number("gamma", 1))
        .withMessage("'%s': gamma must be a number, not 'infinity'", spec);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.flag("scale", true))
        .withMessage("'%s': scale must be one of true, false, not 'yes'", spec);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.integers("list", List.of()))
        .withMessage("'%s': list must be a whole number, not ''", spec);
  }

  @Test
  void numbersTooLargeAreRefused() {
    ComponentSpec spec = ComponentSpec.parse("svm:c=1e999,k=99999999999");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.number("c", 1))
        .withMessage("'%s': c must be a finite number, not '1e999'", spec);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.integer("k", 1))
        .withMessage("'%s': k must be a whole number, not '99999999999'", spec);
  }

  @Property
  void anyTextIsReadOrRefusedByName(@ForAll String text) {
    try {
      ComponentSpec spec = ComponentSpec.parse(text);
      assertThat(ComponentSpec.parse(spec.toString())).hasToString(spec.toString());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining(text);
    }
  }
}
