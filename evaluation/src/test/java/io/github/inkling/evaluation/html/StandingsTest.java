package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Cost;
import io.github.inkling.evaluation.experiment.DataSet;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.PairwiseTests;
import io.github.inkling.evaluation.experiment.Protocol;
import io.github.inkling.evaluation.html.Standings.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingsTest {
  /** Answers to 200 digits, wrong on some of them. */
  private static Answers wrongOn(int from, int to) {
    int[] truth = new int[200];
    return Answers.of(
        truth,
        IntStream.range(0, truth.length)
            .mapToObj(i -> SampleBoard.sure(i >= from && i < to ? 1 : 0, 0.91))
            .toList());
  }

  private static Standings standings(double[] micros, Answers... answers) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      Cell plain =
          SampleBoard.plain(
              SampleBoard.configuration(i), List.of(SampleBoard.report("test", answers[i])));
      cells.add(
          new Cell(
              plain.configuration(),
              plain.runs(),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              new Cost(1, 1, micros[i], micros[i], 1, OptionalLong.empty(), OptionalLong.empty()),
              List.of()));
    }
    DataSet data = new DataSet("test", SampleBoard.HASH, Collections.nCopies(10, 20));
    return Standings.of(
        new Leaderboard(data, List.of(data), Protocol.defaults(), cells, List.of()));
  }

  @Test
  void onTheFrontIsWhatNoOtherBeatsInBoth() {
    Standings standings =
        standings(
            new double[] {100, 50, 200, 10, 300},
            wrongOn(0, 2),
            wrongOn(0, 4),
            wrongOn(0, 4),
            wrongOn(0, 90),
            wrongOn(0, 1));

    assertThat(standings.ranked().stream().map(Standing::onFront))
        .containsExactly(true, true, true, false, true);
    assertThat(standings.ranked().stream().map(it -> it.cell().cost().p50Micros()))
        .containsExactly(300.0, 100.0, 50.0, 200.0, 10.0);
  }

  @Test
  void differencesAreTestedInPairsAndCorrectedTogether() {
    Standings standings =
        standings(new double[] {1, 1, 1}, wrongOn(0, 2), wrongOn(1, 5), wrongOn(100, 120));
    PairwiseTests tests = standings.tests();

    assertThat(tests.test(0, 1).onlyFirstRight()).isEqualTo(3);
    assertThat(tests.test(1, 0).onlyFirstRight()).isEqualTo(1);
    assertThat(tests.placesOnlyRight(0, 1)).containsExactly(2, 3, 4);
    // 2 against 20, and 4 against 20 of as many discordant digits: exact binomial tails, doubled.
    assertThat(tests.adjustedP(0, 2)).isCloseTo(3 * 0.000121117, within(1e-6));
    assertThat(tests.adjustedP(2, 0)).isEqualTo(tests.adjustedP(0, 2));
    assertThat(tests.adjustedP(1, 2)).isCloseTo(2 * 0.001544, within(1e-6));
    // 1 against 3: 2 (1 + 4) / 16.
    assertThat(tests.adjustedP(0, 1)).isCloseTo(0.625, within(1e-9));
    assertThat(standings.ranked().stream().map(Standing::likeBest))
        .containsExactly(false, true, false);
  }
}
