package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelStateTest {
  private static final ModelState STATE =
      new ModelState(
          "knn",
          Map.of("k", "3", "weights", "distance", "power", "1.5"),
          Map.of(
              "neighbours", ModelArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
              "scale", ModelArray.of(new double[] {0.5}, 1),
              "labels", ModelArray.of(new int[] {7, 1}, 2)));

  @Test
  void settingsAndArraysAreFoundByName() {
    assertThat(STATE.classifier()).isEqualTo("knn");
    assertThat(STATE.text("weights")).isEqualTo("distance");
    assertThat(STATE.integer("k")).isEqualTo(3);
    assertThat(STATE.number("power")).isEqualTo(1.5);
    assertThat(STATE.shape("neighbours")).containsExactly(2, 3);
    assertThat(STATE.floats("neighbours", 2, 3)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(STATE.doubles("scale", 1)).containsExactly(0.5);
    assertThat(STATE.ints("labels", 2)).containsExactly(7, 1);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.text("metric"))
        .withMessage("the knn has no setting 'metric'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.shape("centres"))
        .withMessage("the knn has no array 'centres'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.floats("centres", 2))
        .withMessage("the knn has no array 'centres'");
  }

  @Test
  void settingsOfTheWrongKindAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.integer("power"))
        .withMessage("the knn's setting power is not a whole number: '1.5'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.number("weights"))
        .withMessage("the knn's setting weights is not a number: 'distance'");
  }

  @Test
  void arraysOfTheWrongTypeOrShapeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.floats("neighbours", 3, 2))
        .withMessage(
            "the knn's array 'neighbours' should be float[] [3, 2], but is float[] [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.doubles("neighbours", 2, 3))
        .withMessage(
            "the knn's array 'neighbours' should be double[] [2, 3], but is float[] [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATE.ints("labels"))
        .withMessage("the knn's array 'labels' should be int[] [], but is int[] [2]");
  }

  @Test
  void numbersThatAreNotFiniteAreNamedWithTheirPlace() {
    ModelState state =
        new ModelState(
            "svm",
            Map.of(),
            Map.of(
                "weights", ModelArray.of(new float[] {1, 2, Float.NaN, 4}, 2, 2),
                "intercepts", ModelArray.of(new double[] {Double.NEGATIVE_INFINITY}, 1)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.floats("weights", 2, 2))
        .withMessage("the svm's array 'weights' has NaN as value 2; all must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.doubles("intercepts", 1))
        .withMessage("the svm's array 'intercepts' has -Infinity as value 0; all must be finite");
  }

  @Test
  void itKeepsItsOrderAndCannotBeChanged() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("z", "1");
    settings.put("a", "2");
    ModelState state = new ModelState("svm", settings, Map.of());

    settings.put("m", "3");

    assertThat(state.settings()).containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
    assertThatThrownBy(() -> state.settings().put("b", "4"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> state.arrays().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anArrayMustFillItsShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelArray.of(new float[5], 2, 3))
        .withMessage("5 values do not fill the shape [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelArray.of(new int[1], -1, -1))
        .withMessage("negative extent in shape [-1, -1]");
    int most = Integer.MAX_VALUE;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelArray.of(new double[0], most, most, most, most))
        .withMessage("0 values do not fill the shape [%1$d, %1$d, %1$d, %1$d]", most);
    assertThat(ModelArray.of(new float[0], most, most, 0).shape()).containsExactly(most, most, 0);
  }

  @Test
  void aPartIsFoundAgainAsItWas() {
    ModelState whole = new ModelState("ensemble", Map.of("members", "1"), Map.of());

    ModelState both = whole.withPart("member0", STATE);

    assertThat(both.settings()).containsEntry("member0", "knn").containsEntry("member0/k", "3");
    assertThat(both.arrays())
        .containsOnlyKeys("member0/neighbours", "member0/scale", "member0/labels");
    ModelState part = both.part("member0");
    assertThat(part.classifier()).isEqualTo("knn");
    assertThat(part.settings()).isEqualTo(STATE.settings());
    assertThat(part.arrays()).isEqualTo(STATE.arrays());
    assertThat(whole.withPart("inner", both).part("inner").part("member0").integer("k"))
        .isEqualTo(3);
  }

  @Test
  void whatIsMissingInAPartIsNamedWithItsPath() {
    ModelState inner = new ModelState("ensemble", Map.of(), Map.of()).withPart("member0", STATE);
    ModelState outer = new ModelState("cascade", Map.of(), Map.of()).withPart("strong", inner);
    ModelState part = outer.part("strong").part("member0");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> outer.part("cheap"))
        .withMessage("the cascade has no setting 'cheap'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part.floats("centres", 2))
        .withMessage("the knn has no array 'strong/member0/centres'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part.integer("power"))
        .withMessage("the knn's setting strong/member0/power is not a whole number: '1.5'");
  }

  @Test
  void partsNeedNamesOfTheirOwn() {
    ModelState whole = new ModelState("ensemble", Map.of("method", "pool"), Map.of());

    for (String name : new String[] {"method", "", "a/b", "Member"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> whole.withPart(name, STATE))
          .withMessageContaining("cannot have a part '" + name + "'");
    }
  }

  @Test
  void partsMayNotLieWithinEachOtherWithoutEnd() {
    ModelState deep = STATE;
    for (int depth = 0; depth < ModelState.MAX_DEPTH; depth++) {
      deep = new ModelState("ensemble", Map.of(), Map.of()).withPart("a", deep);
    }
    ModelState deepest = deep;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelState("ensemble", Map.of(), Map.of()).withPart("a", deepest))
        .withMessageContaining("the ensemble has parts within parts deeper than 8: 'a/a/");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelState("ensemble", Map.of("a/".repeat(5000), "x"), Map.of()))
        .withMessageContaining("deeper than 8");
  }
}
