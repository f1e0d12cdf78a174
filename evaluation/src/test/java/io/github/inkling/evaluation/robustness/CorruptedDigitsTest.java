package io.github.inkling.evaluation.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both ways to a report. */
class CorruptedDigitsTest {
  private static final LabeledDigits CLEAN = Strokes.hundred().first(30);
  private static final Corrupter CORRUPTER = new Corrupter(5);

  private final CorruptedDigits corrupted =
      CorruptedDigits.of(CLEAN, CORRUPTER, ProgressListener.NONE);

  @Test
  void allSetsStandBehindTheCleanDigits() {
    LabeledDigits digits = corrupted.digits();

    assertThat(CorruptedDigits.SETS).isEqualTo(46);
    assertThat(digits.size()).isEqualTo(46 * 30);
    assertThat(digits.name()).isEqualTo("strokes, corrupted");
    assertThat(digits.images().subList(0, 30)).isEqualTo(CLEAN.images());
    int from = 30;
    for (Corruption corruption : Corruption.values()) {
      for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
        LabeledDigits set = CORRUPTER.corrupt(CLEAN, corruption, strength);
        assertThat(digits.images().subList(from, from + 30)).isEqualTo(set.images());
        from += 30;
      }
    }
    for (int i = 0; i < digits.size(); i++) {
      assertThat(digits.label(i)).isEqualTo(CLEAN.label(i % 30));
    }
  }

  @Test
  void wrongAndRejectedDigitsAreErrorsOfTheirSet() {
    List<Prediction> answers = new ArrayList<>();
    for (int i = 0; i < corrupted.digits().size(); i++) {
      answers.add(certain(corrupted.digits().label(i)));
    }
    answers.set(7, Prediction.rejected(Rejection.AMBIGUOUS));
    // The first and the last digit of blur 2, the last of spatter 5.
    answers.set(7 * 30, certain(9));
    answers.set(7 * 30 + 29, Prediction.rejected(Rejection.BLANK));
    answers.set(46 * 30 - 1, certain(9));

    RobustnessReport report = corrupted.report(answers);

    assertThat(report.data()).isEqualTo("strokes");
    assertThat(report.dataHash()).isEqualTo(CLEAN.contentHash());
    assertThat(report.seed()).isEqualTo(5);
    assertThat(report.digits()).isEqualTo(30);
    assertThat(report.cleanErrors()).isEqualTo(1);
    assertThat(report.errors().get(Corruption.BLUR)).containsExactly(0, 2, 0, 0, 0);
    assertThat(report.errors().get(Corruption.SPATTER)).containsExactly(0, 0, 0, 0, 1);
    assertThat(report.meanCorruptionError()).isEqualTo(3.0 / (45 * 30));
  }

  @Test
  void bothWaysGiveTheSameReport() {
    RobustnessReport report =
        RobustnessReport.of(CLEAN, CORRUPTER, CorruptedDigitsTest::byInk, ProgressListener.NONE);

    assertThat(corrupted.report(byInk(corrupted.digits().images()))).isEqualTo(report);
    assertThat(report.meanCorruptionError()).isBetween(0.1, 0.99);
  }

  @Test
  void progressIsHeardFromNothingToAllDigits() {
    List<Long> corrupting = new ArrayList<>();
    List<Long> measuring = new ArrayList<>();

    CorruptedDigits.of(
        CLEAN, CORRUPTER, (stage, done, total) -> corrupting.add(heard(done, total)));
    RobustnessReport.of(
        CLEAN,
        CORRUPTER,
        CorruptedDigitsTest::byInk,
        (stage, done, total) -> measuring.add(heard(done, total)));

    List<Long> expected = IntStream.rangeClosed(0, 46).mapToObj(i -> 30L * i).toList();
    assertThat(corrupting).isEqualTo(expected);
    assertThat(measuring).isEqualTo(expected);
  }

  @Test
  void noDigitsAreRefused() {
    LabeledDigits none = CLEAN.first(0);
    String message = "strokes: the number of digits must be at least 1, not 0";

    assertThatThrownBy(() -> CorruptedDigits.of(none, CORRUPTER, ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(
            () ->
                RobustnessReport.of(
                    none, CORRUPTER, CorruptedDigitsTest::byInk, ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void answersToOtherDigitsAreRefused() {
    assertThatThrownBy(() -> corrupted.report(byInk(CLEAN.images())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("strokes, corrupted: there are 1380 digits, but 30 predictions");
    assertThatThrownBy(
            () ->
                RobustnessReport.of(
                    CLEAN, CORRUPTER, images -> List.of(certain(1)), ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("set 0 of strokes: there are 30 digits, but 1 predictions");
  }

  private static long heard(long done, long total) {
    assertThat(total).isEqualTo(46 * 30);
    return done;
  }

  /** Tells apart what has more ink and less. */
  private static List<Prediction> byInk(List<GrayImage> images) {
    return images.stream()
        .map(image -> Strokes.ink(image) / image.width() / image.height())
        .map(ink -> certain(ink > 0.16 ? 0 : ink > 0.13 ? 4 : 7))
        .toList();
  }

  private static Prediction certain(int digit) {
    double[] probabilities = new double[Prediction.CLASSES];
    probabilities[digit] = 1;
    return Prediction.of(probabilities);
  }
}
