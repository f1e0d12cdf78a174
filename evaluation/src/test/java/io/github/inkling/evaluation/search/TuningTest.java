package io.github.inkling.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.experiment.CrossValidation;
import io.github.inkling.evaluation.experiment.StripedDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TuningTest {
  private static final LabeledDigits DIGITS = StripedDigits.of(300, 3, 1, 1);
  private static final RecognizerTrainer BASE = DigitRecognizer.trainer().augment(1);
  private static final Pipeline PIPELINE = new Pipeline("", "bands", "skilled");
  private static final Tuning SPLIT =
      new Tuning(BASE, PIPELINE, DIGITS, Validation.split(1.0 / 6, 3));
  private static final GridSearch GRID = new GridSearch();

  /** The other route trains from pictures on one part and measures on the other. */
  @Test
  void aTrialIsWhatTrainingOnOnePartAndMeasuringOnTheOtherGives() {
    Trial trial = search(SPLIT, GRID, "skill=0.7", "features.height=2").trials().get(0);

    Split split = Split.stratified(DIGITS, 250, 3);
    DigitRecognizer recognizer =
        BASE.features("bands:2").classifier("skilled:skill=0.7").train(split.train());
    EvaluationReport report = EvaluationReport.of(recognizer, split.rest(), ProgressListener.NONE);
    assertThat(trial.mean()).isEqualTo(report.accuracy()).isBetween(0.5, 0.9);
    assertThat(trial.digits()).isEqualTo(250);
    assertThat(trial.folds()).hasSize(1);
    assertThat(trial.deviation()).isEmpty();
    assertThat(trial.pipeline()).isEqualTo(new Pipeline("", "bands:height=2", "skilled:skill=0.7"));
  }

  @Test
  void withFoldsATrialIsACrossValidation() {
    LabeledDigits uneven = DIGITS.first(200);
    Tuning tuning = new Tuning(BASE, PIPELINE, uneven, Validation.folds(3, 8));

    TuningResult result = search(tuning, GRID, "skill=0.3/0.8");

    CrossValidation expected =
        CrossValidation.of(
            BASE.features("bands").classifier("skilled:skill=0.8"),
            uneven,
            3,
            ProgressListener.NONE,
            8);
    Trial second = result.trials().get(1);
    assertThat(second.folds()).isEqualTo(expected.folds());
    assertThat(second.mean()).isEqualTo(expected.mean());
    assertThat(second.deviation()).isEqualTo(OptionalDouble.of(expected.deviation()));
    assertThat(result.best()).contains(second);
    assertThat(result.judged()).isEqualTo(200);
  }

  @Test
  void theBestIsTheEarlierOneOfEquals() {
    TuningResult result = search(SPLIT, GRID, "skill=0.2/1/0.6", "pair=a", "late=0/0000");

    assertThat(result.best().orElseThrow().number()).isEqualTo(3);
    assertThat(result.ranked()).extracting(Trial::number).containsExactly(3, 4, 5, 6, 1, 2);
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    SearchStrategy strategy = new SuccessiveHalving(9, 3, 10, 5);
    String[] space = {"skill=0.1..0.9,linear", "features.height=1/2/4"};

    assertThat(timeless(search(SPLIT, strategy, space)))
        .isEqualTo(timeless(search(SPLIT, strategy, space)));
    assertThat(timeless(search(SPLIT, new SuccessiveHalving(9, 3, 10, 6), space)))
        .isNotEqualTo(timeless(search(SPLIT, strategy, space)));
  }

  /** 250 digits to learn from: 9 trials on 83, where none is late, and 3 on all, where some are. */
  @Test
  void halvingTriesTheBestOnMoreDigits() {
    TuningResult result =
        search(SPLIT, new SuccessiveHalving(9, 3, 10, 5), "skill=0.2/0.5/0.8", "late=0/10/15");

    assertThat(result.trials()).hasSize(12);
    assertThat(result.trials().subList(0, 9)).allMatch(trial -> trial.digits() == 83);
    assertThat(result.trials().subList(9, 12)).allMatch(trial -> trial.digits() == 250);
    assertThat(result.trials().subList(9, 12))
        .extracting(trial -> trial.settings().get("skill"))
        .containsOnly("0.8");
    assertThat(result.best().orElseThrow().settings())
        .isEqualTo(Map.of("skill", "0.8", "late", "15"));
    assertThat(result.ranked()).hasSize(9);
    assertThat(result.trials().get(0).folds().get(0).trained()).isEqualTo(83);
  }

  @Test
  void aFailingTrialIsReportedAndTheRestGoesOn() {
    TuningResult result = search(SPLIT, GRID, "broken=true/false", "skill=0.4/0.9", "pair=a/b");

    assertThat(result.trials()).hasSize(8);
    assertThat(result.trials().get(0).failure()).contains("broken on purpose");
    assertThat(result.trials().get(0).mean()).isNaN();
    assertThat(result.trials().get(7).failure().orElseThrow()).contains("pair must be a with");
    assertThat(result.best().orElseThrow().number()).isEqualTo(7);
    assertThat(result.ranked().subList(3, 8)).allMatch(Trial::failed);
    assertThat(search(SPLIT, new SuccessiveHalving(4, 2, 10, 1), "broken=true").best()).isEmpty();
  }

  @Test
  void featuresAreComputedOnceForAllThatShareThem() {
    Tuning tuning = new Tuning(DigitRecognizer.trainer(), PIPELINE, DIGITS, Validation.folds(3, 8));
    long before = BandsProvider.DESCRIBED.get();

    search(
        tuning,
        GRID,
        "skill=0.1/0.2/0.3",
        "features.height=1/2",
        "preprocessing.deskew=true/false");

    assertThat(BandsProvider.DESCRIBED.get() - before).isEqualTo(4L * DIGITS.size());
  }

  @Test
  void whatNoTrialCanUseIsRefusedBeforeAnyTraining() {
    List<String> heard = new ArrayList<>();
    long before = BandsProvider.DESCRIBED.get();

    assertRefused(
        heard, "unknown setting 'depth'; skilled has broken, late, pair, skill", "depth=1/2");
    assertRefused(heard, "unknown setting 'cell'; bands has height", "features.cell=1/2");
    assertRefused(heard, "unknown setting 'tilt'", "preprocessing.tilt=1/2");
    assertRefused(heard, "skill must be in 0..1, not '3.0'", "skill=0.5/3");
    assertRefused(heard, "skill must be in 0..1", "skill=2..9", "late=1/2");
    assertRefused(heard, "edges occurs not in the features bands", "features.edges.bins=1/2");
    assertThat(heard).isEmpty();
    assertThat(BandsProvider.DESCRIBED.get()).isEqualTo(before);
    assertThatThrownBy(
            () ->
                new Tuning(BASE, new Pipeline("", "bands", "svn"), DIGITS, Validation.folds(2, 1)))
        .hasMessageContaining("no classifier named 'svn'");
  }

  @Test
  void tooManyFoldsAndTooFewDigitsAreRefused() {
    assertThatThrownBy(
            () ->
                search(
                    new Tuning(BASE, PIPELINE, DIGITS, Validation.folds(101, 1)), GRID, "late=1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("digit 0 occurs 100 times, too few for 101 folds");
    assertThatThrownBy(() -> Validation.folds(1, 1))
        .hasMessageContaining("folds must be at least 2, not 1");
    assertThatThrownBy(() -> Validation.split(1, 1)).hasMessageContaining("share must be above 0");
  }

  @Test
  void progressCountsTrialsInOneStage() {
    List<String> heard = new ArrayList<>();

    SPLIT.search(
        SearchSpace.parse("skill=0.1/0.2/0.3/0.4"),
        new SuccessiveHalving(4, 2, 10, 1),
        (stage, done, total) -> heard.add(stage + " " + done + "/" + total));

    assertThat(heard)
        .containsExactly(
            "Trying settings 0/6",
            "Trying settings 1/6",
            "Trying settings 2/6",
            "Trying settings 3/6",
            "Trying settings 4/6",
            "Trying settings 5/6",
            "Trying settings 6/6");
  }

  @Test
  void aTrialHasFoldsOrAFailure() {
    assertThatThrownBy(() -> new Trial(1, Map.of(), PIPELINE, 10, List.of(), 0, Optional.empty()))
        .hasMessage("trial 1 must have folds or a failure, not neither");
  }

  private static void assertRefused(List<String> heard, String reason, String... space) {
    assertThatThrownBy(
            () ->
                SPLIT.search(
                    SearchSpace.parse(space),
                    new RandomSearch(3, 1),
                    (stage, done, total) -> heard.add(stage)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  private static TuningResult search(Tuning tuning, SearchStrategy strategy, String... space) {
    return tuning.search(SearchSpace.parse(space), strategy, ProgressListener.NONE);
  }

  private static List<String> timeless(TuningResult result) {
    return result.trials().stream()
        .map(trial -> trial.number() + " " + trial.settings() + trial.digits() + trial.folds())
        .toList();
  }
}
