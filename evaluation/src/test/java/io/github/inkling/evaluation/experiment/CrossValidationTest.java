package io.github.inkling.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.StratifiedFolds;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.InkPerRow;
import io.github.inkling.core.recognizer.NearestMean;
import io.github.inkling.core.recognizer.PreparedDigits;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.evaluation.experiment.CrossValidation.Fold;
import io.github.inkling.evaluation.significance.CorrectedResampledTTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final LabeledDigits DIGITS = StripedDigits.of(153, 5, 4, 3);
  private static final RecognizerTrainer TRAINER =
      DigitRecognizer.trainer()
          .features(new InkPerRow())
          .classifier(new NearestMean.Provider())
          .augment(1);

  /** Features that are computed once are those that training each fold from pictures computes. */
  @Test
  void isWhatTrainingFromPicturesInEachFoldGives() {
    List<Fold> expected = new ArrayList<>();
    for (int[] part : StratifiedFolds.of(DIGITS.labels(), 4, 9)) {
      LabeledDigits fold = DIGITS.select(part);
      DigitRecognizer recognizer =
          TRAINER.train(DIGITS.select(StratifiedFolds.others(DIGITS.size(), part)));
      int right = 0;
      double loss = 0;
      for (int i = 0; i < fold.size(); i++) {
        Prediction answer = recognizer.recognize(fold.image(i));
        right += answer.label() == fold.label(i) ? 1 : 0;
        loss -= Math.log(answer.probability(fold.label(i)));
      }
      expected.add(new Fold(DIGITS.size() - fold.size(), fold.size(), right, loss / fold.size()));
    }

    CrossValidation measured =
        CrossValidation.of(TRAINER, TRAINER.prepare(DIGITS), 4, ProgressListener.NONE, 9);

    assertThat(measured).isEqualTo(new CrossValidation(DIGITS.contentHash(), 9, expected));
    assertThat(CrossValidation.of(TRAINER, DIGITS, 4, ProgressListener.NONE, 9))
        .isEqualTo(measured);
    assertThat(measured.mean()).isBetween(0.5, 0.99);
    assertThat(measured.deviation()).isPositive();
  }

  /** Labels by lot: whoever answers more than chance has seen the digits, or copies of them. */
  @Test
  void noCopyOfADigitIsTrainedOnWhereTheDigitIsJudged() {
    LabeledDigits striped = StripedDigits.of(200, 2, 7, 4);
    int[] lots = new Random(5).ints(200, 0, 2).toArray();
    LabeledDigits byLot = new LabeledDigits("by lot", striped.images(), lots);
    NearestDigit nearest = new NearestDigit();
    RecognizerTrainer trainer =
        DigitRecognizer.trainer()
            .features(new InkPerRow())
            .classifier(nearest)
            .augment(2)
            .augmentation(
                AugmentationSettings.parse("rotate=0,scale=0,shear=0,shift=0,stroke=0,elastic=0"));
    PreparedDigits prepared = trainer.prepare(byLot);

    CrossValidation measured = CrossValidation.of(trainer, prepared, 5, ProgressListener.NONE, 6);

    assertThat(measured.mean()).isBetween(0.35, 0.65);
    List<int[]> parts = StratifiedFolds.of(lots, 5, 6);
    for (int fold = 0; fold < 5; fold++) {
      TrainingSet trained = nearest.trained.get(fold);
      assertThat(trained.size()).isEqualTo(3 * measured.folds().get(fold).trained());
      assertThat(rows(trained)).doesNotContainAnyElementsOf(rows(prepared, parts.get(fold)));
    }
    // The same digits twice are a leak, and this is how it would show.
    assertThat(
            CrossValidation.of(
                    trainer,
                    prepared.select(
                        IntStream.concat(IntStream.range(0, 200), IntStream.range(0, 200))
                            .toArray()),
                    5,
                    ProgressListener.NONE,
                    6)
                .mean())
        .isGreaterThan(0.8);
  }

  @Test
  void theSeedDecidesTheFolds() {
    PreparedDigits prepared = TRAINER.prepare(DIGITS);

    CrossValidation one = CrossValidation.of(TRAINER, prepared, 3, ProgressListener.NONE, 1);

    assertThat(CrossValidation.of(TRAINER, prepared, 3, ProgressListener.NONE, 1)).isEqualTo(one);
    assertThat(CrossValidation.of(TRAINER, prepared, 3, ProgressListener.NONE, 2).folds())
        .isNotEqualTo(one.folds());
  }

  @Test
  void blankDigitsAreNotRight() {
    List<GrayImage> images = new ArrayList<>(StripedDigits.of(20, 2, 0, 1).images());
    int[] labels = IntStream.range(0, 20).map(i -> i % 2).toArray();
    images.set(3, GrayImage.of(28, 28, new byte[28 * 28]));

    CrossValidation measured =
        CrossValidation.of(
            TRAINER, new LabeledDigits("one blank", images, labels), 2, ProgressListener.NONE, 1);

    assertThat(measured.folds().stream().mapToInt(f -> f.judged() - f.right()).sum()).isOne();
    double loss = measured.folds().stream().mapToDouble(Fold::logLoss).max().orElseThrow();
    // A blank says nothing, so all ten digits are equally probable.
    assertThat(loss).isGreaterThan(Math.log(10) / 10).isLessThan(Math.log(10) / 10 + 1);
  }

  @Test
  void progressIsHeardOncePerFoldAndOfOneStage() {
    List<String> heard = new ArrayList<>();
    PreparedDigits prepared = TRAINER.prepare(DIGITS);

    CrossValidation.of(
        TRAINER.progress((stage, done, total) -> heard.add("inner")),
        prepared,
        3,
        (stage, done, total) -> heard.add(stage + " " + done + "/" + total),
        1);

    assertThat(heard)
        .containsExactly(
            "Cross-validating 0/3",
            "Cross-validating 1/3",
            "Cross-validating 2/3",
            "Cross-validating 3/3");
  }

  @Test
  void tooManyFoldsAreRefusedBeforeDigitsArePrepared() {
    List<String> stages = new ArrayList<>();

    assertThatThrownBy(
            () ->
                CrossValidation.of(
                    TRAINER, DIGITS, 31, (stage, done, total) -> stages.add(stage), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "digit 3 occurs 30 times, too few for 31 folds; take at most 30 folds, or add digits of"
                + " its class");
    assertThat(stages).isEmpty();
  }

  /** Accuracies 0.5, 0.75 and 1: mean 0.75, and a deviation of sqrt((1/16 + 1/16) / 2). */
  @Test
  void meanAndDeviationAreThoseOfTheAccuracies() {
    CrossValidation three =
        new CrossValidation(
            "", 1, List.of(new Fold(8, 4, 2, 0), new Fold(8, 4, 3, 0), new Fold(8, 4, 4, 0)));

    assertThat(three.mean()).isEqualTo(0.75, within(1e-15));
    assertThat(three.deviation()).isEqualTo(0.25, within(1e-15));
    assertThatThrownBy(() -> new CrossValidation("", 1, List.of(new Fold(8, 4, 2, 0))))
        .hasMessage("cross-validation needs at least 2 folds, not 1");
  }

  /**
   * Differences 0.2, 0.1 and 0.3 of 10 digits each: mean 0.2, deviation 0.1, and the variance of
   * the mean is (1/3 + 10/20) of the deviation's square.
   */
  @Test
  void comparesTheSameFolds() {
    CrossValidation better = counts(7, 20, 9, 8, 9);
    CrossValidation worse = counts(7, 20, 7, 7, 6);

    CorrectedResampledTTest test = better.compare(worse);

    assertThat(test.folds()).isEqualTo(3);
    assertThat(test.meanDifference()).isEqualTo(0.2, within(1e-12));
    assertThat(test.t()).isEqualTo(0.2 / (0.1 * Math.sqrt(1.0 / 3 + 0.5)), within(1e-9));
    assertThat(worse.compare(better).meanDifference()).isEqualTo(-0.2, within(1e-12));
    assertThat(better.compare(better).pValue()).isEqualTo(1);
  }

  @Test
  void otherFoldsAreNotCompared() {
    CrossValidation three = counts(7, 20, 9, 8, 9);

    assertThatThrownBy(() -> three.compare(counts(8, 20, 9, 8, 9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only the same folds can be compared, not those of seeds 7 and 8");
    assertThatThrownBy(() -> three.compare(counts(7, 20, 9, 8)))
        .hasMessage("only the same folds can be compared, not 3 and 2");
    assertThatThrownBy(() -> three.compare(counts(7, 30, 9, 8, 9)))
        .hasMessage(
            "only the same folds can be compared, but fold 0 has 10 of 30 digits here and 10 of 40"
                + " there");
  }

  private static CrossValidation counts(long seed, int trained, int... right) {
    return new CrossValidation(
        DIGITS.contentHash(),
        seed,
        IntStream.of(right).mapToObj(count -> new Fold(trained, 10, count, 0)).toList());
  }

  private static Set<String> rows(TrainingSet set) {
    Set<String> rows = new HashSet<>();
    for (int row = 0; row < set.size(); row++) {
      rows.add(Arrays.toString(set.features().row(row)));
    }
    return rows;
  }

  private static Set<String> rows(PreparedDigits digits, int[] indices) {
    Set<String> rows = new HashSet<>();
    for (int row : indices) {
      rows.add(Arrays.toString(digits.features().row(row)));
    }
    return rows;
  }
}
