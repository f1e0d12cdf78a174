package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ConfidenceThresholdTest {
  private final List<Prediction> cheap = new ArrayList<>();
  private final List<Prediction> strong = new ArrayList<>();

  /** A digit, which is a 1, and whether the two answer it rightly. */
  private void digit(double confidence, boolean cheapIsRight, boolean strongIsRight) {
    cheap.add(Answers.sure(cheapIsRight ? 1 : 7, confidence));
    strong.add(Answers.sure(strongIsRight ? 1 : 7, 0.9));
  }

  private ConfidenceThreshold choose(int allowed) {
    int[] ones = new int[cheap.size()];
    Arrays.fill(ones, 1);
    return ConfidenceThreshold.choose(cheap, strong, ones, allowed);
  }

  @Test
  void theWalkEndsBeforeTheFirstErrorTooMany() {
    digit(0.6, false, true);
    digit(0.99, true, true);
    digit(0.8, false, true);
    digit(0.9, true, true);
    digit(0.7, true, true);

    assertThat(choose(0)).isEqualTo(new ConfidenceThreshold(0.8 + (0.9 - 0.8) / 2, 2, 0));
    assertThat(choose(1)).isEqualTo(new ConfidenceThreshold(0.6 + (0.7 - 0.6) / 2, 4, 1));
    assertThat(choose(2)).isEqualTo(new ConfidenceThreshold(0, 5, 2));
  }

  @Test
  void whatTheCheapOneMendsPaysForWhatItSpoils() {
    digit(0.9, true, false);
    digit(0.8, false, true);
    digit(0.7, false, false);
    digit(0.6, false, true);

    assertThat(choose(0).kept()).isEqualTo(3);
    assertThat(choose(0).excess()).isZero();
  }

  @Test
  void itDoesNotLookOnForAPlaceWhereLuckHasComeBack() {
    digit(0.9, true, true);
    digit(0.8, false, true);
    digit(0.7, true, false);
    digit(0.6, true, true);

    assertThat(choose(0).kept()).isEqualTo(1);
  }

  @Test
  void digitsOfEqualConfidenceAreTakenTogetherOrNotAtAll() {
    digit(0.9, true, true);
    digit(0.8, true, true);
    digit(0.8, false, true);
    digit(0.8, true, false);
    digit(0.7, true, true);
    digit(0.7, false, true);

    ConfidenceThreshold chosen = choose(0);

    assertThat(chosen.kept()).isEqualTo(4);
    assertThat(chosen.value()).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void aCheapOneThatIsWrongWhereItIsSurestIsNeverAsked() {
    digit(0.99, false, true);
    digit(0.8, true, true);

    assertThat(choose(0).kept()).isZero();
    assertThat(choose(0).value()).isGreaterThan(1);
    assertThat(CascadeClassifier.isPassedOn(Answers.sure(3, 1), choose(0).value())).isTrue();
  }

  @Test
  void neighbouringNumbersCanBeToldApart() {
    double high = 0.9;
    double low = Math.nextDown(high);
    digit(high, true, true);
    digit(low, false, true);

    double value = choose(0).value();

    assertThat(CascadeClassifier.isPassedOn(cheap.get(0), value)).isFalse();
    assertThat(CascadeClassifier.isPassedOn(cheap.get(1), value)).isTrue();
  }

  /** The second route: every threshold there could be is tried. */
  @Property(tries = 200)
  void theThresholdKeepsItsPromiseAndTheNextOneWouldNot(
      @ForAll @LongRange(min = 0, max = 1000) long seed,
      @ForAll @IntRange(min = 0, max = 3) int allowed) {
    JudgedAnswers judged = Answers.noisy(60, seed, 3, 4);

    FittedThreshold fitted = FittedThreshold.fit(judged, allowed);

    int strongErrors = fitted.strong().errors();
    double next = 0;
    for (Prediction answer : judged.answers().of(0)) {
      double confidence = answer.confidence();
      if (confidence >= fitted.threshold()) {
        assertThat(FittedThreshold.at(confidence, judged).together().errors())
            .isLessThanOrEqualTo(strongErrors + allowed);
      } else {
        next = Math.max(next, confidence);
      }
    }
    if (next > 0) {
      assertThat(FittedThreshold.at(next, judged).together().errors())
          .isGreaterThan(strongErrors + allowed);
    }
    assertThat(fitted.together().errors()).isLessThanOrEqualTo(strongErrors + allowed);
  }
}
