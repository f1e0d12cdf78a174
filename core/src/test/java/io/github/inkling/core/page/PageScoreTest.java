package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageScoreTest {
  @ParameterizedTest
  @CsvSource({
    "12345, 12345, 0",
    "12345, 12395, 1",
    "12345, 1245, 1",
    "12345, 123345, 1",
    "12345, 2345, 1",
    "12345, 51234, 2",
    "0755, '', 4",
    "'', 0755, 4",
    "'', '', 0",
    "137145, 173415, 3",
    "111, 222, 3",
    "0755, 07?5, 1",
  })
  void editDistanceByHand(String truth, String read, int expected) {
    assertThat(PageScore.editDistance(truth, read)).isEqualTo(expected);
    assertThat(PageScore.editDistance(read, truth)).as("from the other side").isEqualTo(expected);
  }

  @Test
  void aPageReadRightHasNoErrors() {
    List<String> lines = List.of("123", "4567");

    assertThat(PageScore.of(lines, lines)).isEqualTo(new PageScore(7, 0, 0, 0, 0, 2, 0));
  }

  @Test
  void aLostLineCostsItsDigitsAndLeavesTheOthersAlone() {
    PageScore score = PageScore.of(List.of("123", "4567", "89"), List.of("123", "89"));

    assertThat(score).isEqualTo(new PageScore(9, 0, 4, 0, 0, 3, 1));
    assertThat(score.errorRate()).isEqualTo(4.0 / 9);
  }

  @Test
  void anInventedLineCostsItsDigits() {
    assertThat(PageScore.of(List.of("123", "89"), List.of("11", "123", "89")))
        .isEqualTo(new PageScore(5, 0, 0, 2, 0, 2, 0));
  }

  @Test
  void aLineOfWhichNothingIsRightIsLost() {
    assertThat(PageScore.of(List.of("123", "89"), List.of("456", "89")))
        .isEqualTo(new PageScore(5, 3, 0, 0, 0, 2, 1));
  }

  @Test
  void twoLinesReadAsOneCostTheShorter() {
    // 67890 is what was read too much, and 67890 once more what is missing.
    assertThat(PageScore.of(List.of("12345", "67890"), List.of("1234567890")))
        .isEqualTo(new PageScore(10, 0, 5, 5, 0, 2, 1));
  }

  @Test
  void linesInAnotherOrderAreWrong() {
    PageScore score = PageScore.of(List.of("111", "222"), List.of("222", "111"));

    assertThat(score.errors()).isEqualTo(6);
  }

  @Test
  void aRejectedDigitIsAnError() {
    assertThat(PageScore.of(List.of("123"), List.of("1?3?")))
        .isEqualTo(new PageScore(3, 1, 0, 1, 2, 1, 0));
  }

  @Test
  void changesAreWrongDigitsRatherThanOnesMissedAndInvented() {
    // Two changes, or one missed at the front and one invented at the end.
    assertThat(PageScore.of(List.of("122"), List.of("221")))
        .isEqualTo(new PageScore(3, 2, 0, 0, 0, 1, 0));
  }

  @Test
  void nothingOnThePageAndNothingRead() {
    PageScore score = PageScore.of(List.of(), List.of());

    assertThat(score).isEqualTo(PageScore.NONE);
    assertThat(score.errorRate()).isZero();
  }

  @Test
  void scoresAddUp() {
    PageScore one = new PageScore(7, 1, 2, 3, 4, 5, 6);

    assertThat(one.plus(one)).isEqualTo(new PageScore(14, 2, 4, 6, 8, 10, 12));
  }
}
