package io.github.inkling.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.experiment.Configuration.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  private static final String HASH = "0".repeat(64);
  private static final int DIGITS = 100;

  /** Of 100 digits, the first ones are answered wrongly. */
  private static final Cell FAST = cell("fast", 30, 0.9, 10);

  private static final Cell GOOD = cell("good", 2, 0.9, 100);
  private static final Cell SURER = cell("surer", 2, 0.99, 200);
  private static final Cell SLOW = cell("slow", 8, 0.9, 300);

  @Test
  void theBestComesFirstAndOfEqualsTheOneOfTheLowerLogLoss() {
    assertThat(board(FAST, GOOD, SURER, SLOW).ranked())
        .extracting(cell -> cell.configuration().classifier().name())
        .containsExactly("surer", "good", "slow", "fast");
  }

  @Test
  void theFrontHasWhatNoneBeats() {
    assertThat(board(FAST, GOOD, SURER, SLOW).paretoFront()).containsExactly(FAST, GOOD);
    assertThat(board(GOOD, cell("twin", 2, 0.9, 100)).paretoFront())
        .as("who is equal in both is beaten by neither")
        .hasSize(2);
  }

  /** By hand: 28 of 28 against 0 has p = 2 / 2^28; 6 of 6 has 2 / 64; Holm multiplies by 6 to 1. */
  @Test
  void everyTwoCellsAreComparedAndCorrectedForTheirNumber() {
    // By rank: surer, good, slow, fast.
    PairwiseTests tests = board(FAST, GOOD, SURER, SLOW).comparisons(0);

    assertThat(tests.test(3, 1).onlyFirstRight()).isZero();
    assertThat(tests.test(3, 1).onlySecondRight()).isEqualTo(28);
    assertThat(tests.adjustedP(3, 1)).isEqualTo(6 * 2 / Math.pow(2, 28));
    assertThat(tests.adjustedP(1, 3)).isEqualTo(tests.adjustedP(3, 1));
    assertThat(tests.adjustedP(0, 1)).isEqualTo(1);
    assertThat(tests.test(1, 2).pValue()).isEqualTo(2 / 64.0);
    assertThat(tests.adjustedP(1, 2)).isEqualTo(3 * 2 / 64.0);
    assertThat(tests.differ(1, 2)).isFalse();
    assertThat(tests.placesOnlyRight(1, 2)).containsExactly(2, 3, 4, 5, 6, 7);
  }

  @Test
  void whoIsNotSignificantlyWorseCannotBeToldFromTheBest() {
    assertThat(board(FAST, GOOD, SURER, SLOW).indistinguishableFromBest())
        .containsExactly(SURER, GOOD, SLOW);
  }

  @Test
  void aBoardWithoutCellsHasNothingToSay() {
    Leaderboard empty = board();

    assertThat(empty.ranked()).isEmpty();
    assertThat(empty.indistinguishableFromBest()).isEmpty();
    assertThat(TextLeaderboard.render(empty)).startsWith("Trained on train, 10 digits");
    assertThat(CsvLeaderboard.render(empty)).hasLineCount(1);
    assertThat(JsonLeaderboard.render(empty)).contains("\"cells\" : [ ]");
  }

  @Test
  void textKeepsToATerminal() {
    assertThat(TextLeaderboard.render(board(FAST, GOOD, SURER, SLOW)))
        .isEqualTo(
            """
            Trained on train, 10 digits; tested on test, 100 digits

                 error %   95 % range train s  p50 us     MB    features, classifier
               1    2.00    0.55-7.00     1.5     200    2.0 =  hog, surer
               2    2.00    0.55-7.00     1.5     100    2.0 =^ hog, good
               3    8.00   4.11-15.00     1.5     300    2.0 =  hog, slow
               4   30.00  21.89-39.58     1.5      10    2.0  ^ hog, fast

            = cannot be told from the best (exact McNemar tests, Holm's correction, 5 %)
            ^ on the Pareto front: none is as accurate, as fast, and better in one of both
            """);
  }

  @Test
  void csvQuotesNamesAndLeavesOutWhatIsUnknown() {
    Cell cell = cell("svm:kernel=linear,c=10", 2, 0.9, 100);
    String csv = CsvLeaderboard.render(board(cell));

    assertThat(csv.lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(
            "rank,features,classifier,preprocessing,pareto,likeBest,error,lower,upper,macroF1")
        .endsWith("digitsPerSecond,modelMegabytes,peakMegabytes");
    assertThat(csv.lines().skip(1))
        .first()
        .asString()
        .startsWith("1,hog,\"svm:kernel=linear,c=10\",,true,true,2.0,")
        .endsWith(",2.0,");
  }

  @Test
  void markdownEscapesWhatWouldBreakTheTable() {
    Leaderboard board =
        new Leaderboard(
            data("train", 10),
            List.of(data("test", DIGITS)),
            Protocol.defaults(),
            List.of(cell("a|b", 2, 0.9, 100)),
            List.of(new Failure(configuration("broken"), "no 1 | 2")));

    assertThat(MarkdownLeaderboard.render(board))
        .contains("| 1 = ^ | hog | a\\|b | 2.00 |", "Failed: hog, broken: no 1 \\| 2");
  }

  private static Leaderboard board(Cell... cells) {
    return new Leaderboard(
        data("train", 10),
        List.of(data("test", DIGITS)),
        Protocol.defaults().withCorruptedDigits(0),
        List.of(cells),
        List.of());
  }

  private static DataSet data(String name, int digits) {
    return new DataSet(name, HASH, List.of(digits, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  private static Configuration configuration(String classifier) {
    return new Configuration(
        new Part("", "deskew=true"),
        new Part("hog", "hog:cell=7"),
        new Part(classifier, classifier));
  }

  private static Cell cell(String classifier, int wrong, double sure, double p50) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < DIGITS; i++) {
      double[] probabilities = new double[10];
      probabilities[i < wrong ? 1 : 0] = sure;
      probabilities[2] = 1 - sure;
      predictions.add(Prediction.of(probabilities));
    }
    int[] truth = IntStream.range(0, DIGITS).map(i -> 0).toArray();
    EvaluationReport report =
        new EvaluationReport("test", HASH, Answers.of(truth, predictions), 1, 1);
    return new Cell(
        configuration(classifier),
        List.of(new Run(42, 1.5, List.of(report))),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Cost(1, 1.5, p50, 2 * p50, 50, OptionalLong.of(2_000_000), OptionalLong.empty()),
        List.of());
  }
}
