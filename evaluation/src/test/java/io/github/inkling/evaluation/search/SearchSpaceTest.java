package io.github.inkling.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {
  @Test
  void aGridIsEveryCombinationOfWhichTheLastSettingChangesFirst() {
    List<Map<String, String>> all = SearchSpace.parse("C=1/10", "features.cell=7|7/14").all();

    assertThat(all)
        .containsExactly(
            Map.of("c", "1", "features.cell", "7"),
            Map.of("c", "1", "features.cell", "7/14"),
            Map.of("c", "10", "features.cell", "7"),
            Map.of("c", "10", "features.cell", "7/14"));
    assertThat(all.get(0).keySet()).containsExactly("c", "features.cell");
  }

  @Test
  void theClassifierIsMeantWhereNoPartIsNamed() {
    assertThat(TunedSetting.parse("classifier.c=1").name()).isEqualTo("c");
    assertThatThrownBy(() -> SearchSpace.parse("classifier.c=1", "c=3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'c=3': c is named twice; list all its values at once");
  }

  @Test
  void aSmallSpaceIsDrawnWhole() {
    SearchSpace space = SearchSpace.parse("c=1/3/10", "kernel=rbf/linear");

    assertThat(space.draw(6, 1)).isEqualTo(space.all());
    assertThat(space.draw(5, 1)).hasSize(5).doesNotHaveDuplicates().isSubsetOf(space.all());
  }

  @Test
  void theSeedDecidesWhatIsDrawn() {
    SearchSpace space = SearchSpace.parse("c=0.1..1000", "kernel=rbf/linear");

    assertThat(space.draw(20, 7)).hasSize(20).isEqualTo(space.draw(20, 7));
    assertThat(space.draw(20, 7)).isNotEqualTo(space.draw(20, 8));
    assertThat(space.draw(20, 7).subList(0, 5)).isEqualTo(space.draw(5, 7));
  }

  /** Of four orders of magnitude two are below 1, and a tenth of what is even. */
  @Test
  void rangesAreDrawnByOrdersOfMagnitudeOrEvenly() {
    List<Double> logarithmic = draws("c=0.01..100", 2_000);
    List<Double> even = draws("c=0.01..100,linear", 2_000);

    assertThat(logarithmic).allMatch(c -> c >= 0.01 && c <= 100);
    assertThat(logarithmic.stream().filter(c -> c < 1).count()).isBetween(900L, 1_100L);
    assertThat(even).allMatch(c -> c >= 0.01 && c <= 100);
    assertThat(even.stream().filter(c -> c < 10).count()).isBetween(140L, 260L);
    assertThat(logarithmic)
        .allMatch(c -> new BigDecimal(Double.toString(c)).stripTrailingZeros().precision() <= 3);
  }

  @Test
  void wholeRangesHaveWholeNumbersAndBothEnds() {
    assertThat(new HashSet<>(draws("k=1..4,linear", 400))).containsOnly(1.0, 2.0, 3.0, 4.0);
    assertThat(new HashSet<>(draws("k=1..4", 400))).containsOnly(1.0, 2.0, 3.0, 4.0);
    assertThat(new HashSet<>(draws("k=-1..1,linear", 400))).containsOnly(-1.0, 0.0, 1.0);
  }

  @Test
  void aGridNeedsLists() {
    assertThatThrownBy(() -> SearchSpace.parse("c=1/3", "gamma=0.01..1").all())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'gamma=0.01..1' is a range, and a grid needs listed values; list some, or search at"
                + " random");
    String twenty = "=1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20";
    assertThatThrownBy(
            () -> SearchSpace.parse("a" + twenty, "b" + twenty, "d" + twenty, "e" + twenty).all())
        .hasMessageContaining("more than 10000 combinations");
    assertThatThrownBy(() -> SearchSpace.parse()).hasMessageContaining("no setting to tune");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "c; expected a setting and its values",
        "=1/3; expected a setting and its values",
        "c=; there is no value to try",
        "c=1//3; a value is empty",
        "c=1/3/; a value is empty",
        "c=1/3/1; 1 is listed twice",
        "c=1,3; '1,3' is not a value. values are separated by /",
        "gamma=1..0.01; the range is reversed. write 0.01..1",
        "gamma=9..1,linear; the range is reversed. write 1..9,linear",
        "gamma=1..1; the range has one value alone. write 1",
        "gamma=0..1; must be above 0. to draw it evenly, write 0..1,linear",
        "gamma=a..b; 'a' is not a number",
        "gamma=..; '' is not a number",
        "gamma=1..2,square; is not a range",
        "image.size=1; names no setting",
        "features.hog.cell.x=1; names no setting",
        "classifier.=1; names no setting"
      })
  void whatDoesNotFollowTheGrammarIsRefused(String text, String reason) {
    assertThatThrownBy(() -> TunedSetting.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'")
        .hasMessageMatching("(?s).*" + reason + ".*");
  }

  private static List<Double> draws(String setting, int count) {
    SettingValues values = TunedSetting.parse(setting).values();
    Random random = new Random(3);
    return Stream.generate(() -> Double.valueOf(values.draw(random))).limit(count).toList();
  }
}
