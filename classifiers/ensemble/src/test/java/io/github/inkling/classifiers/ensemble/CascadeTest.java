package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeTest {
  private static final LabeledDigits TRAINING = Scribbles.of("scribbles", 60, 1);
  private static final LabeledDigits VALIDATION = Scribbles.of("more scribbles", 90, 2);
  private static final DigitRecognizer CHEAP =
      EnsembleTest.train("vague-centres", InkSums.columns(), TRAINING);
  private static final DigitRecognizer STRONG =
      EnsembleTest.train("centres", InkSums.rows(), TRAINING);

  @Test
  void theSureAnswersAreTheCheapOnesAndTheOthersTheStrongOnes() {
    FittedCascade fitted = Cascade.of(CHEAP, STRONG).fit(VALIDATION);

    List<Prediction> answers = fitted.recognizer().recognizeAll(VALIDATION.images());
    List<Prediction> cheap = CHEAP.recognizeAll(VALIDATION.images());
    List<Prediction> strong = STRONG.recognizeAll(VALIDATION.images());
    int passedOn = 0;
    for (int i = 0; i < answers.size(); i++) {
      boolean sure = cheap.get(i).confidence() >= fitted.threshold();
      assertThat(answers.get(i)).isEqualTo(sure ? cheap.get(i) : strong.get(i));
      passedOn += sure ? 0 : 1;
    }
    assertThat(fitted.passedOn()).isEqualTo(passedOn);
    assertThat(fitted.passedOnShare()).isEqualTo(passedOn / 90.0);
    assertThat(fitted.together().errors()).isLessThanOrEqualTo(fitted.strong().errors());
  }

  @Test
  void moreErrorsLetTheCheapOneAnswerMore() {
    int before = 91;
    for (int more : new int[] {0, 3, 90}) {
      int passedOn = Cascade.of(CHEAP, STRONG).moreErrors(more).fit(VALIDATION).passedOn();
      assertThat(passedOn).isLessThanOrEqualTo(before);
      before = passedOn;
    }
    assertThat(before).as("with no end to the errors").isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cascade.of(CHEAP, STRONG).moreErrors(-1))
        .withMessageContaining("must be in 0..");
  }

  @Test
  void theReportTellsWhatWasPassedOnAndTheErrorsOfAllThree() {
    FittedCascade fitted = Cascade.of(CHEAP, STRONG).fit(VALIDATION);

    assertThat(fitted.recognizer().provenance().report())
        .isEqualTo(fitted.recognizer().classifier().report())
        .containsEntry(
            "validation errors",
            fitted.together().errors()
                + " (a little too few: the threshold was chosen on these digits)")
        .containsEntry("validation errors of cheap", String.valueOf(fitted.cheap().errors()))
        .containsEntry("validation errors of strong", String.valueOf(fitted.strong().errors()))
        .doesNotContainKey("validation flatters")
        .containsEntry("cheap", "vague-centres on ink-columns")
        .containsKeys("validation passed on", "threshold", "strong trained on");
  }

  @Test
  void figuresOfAMemberThatIsAnEnsembleAreNotTakenForTheCascadesOwn() {
    FittedEnsemble strong = Ensemble.of(CHEAP, STRONG).fit(VALIDATION);
    LabeledDigits others = Scribbles.of("others", 30, 4);

    FittedCascade fitted = Cascade.of(CHEAP, strong.recognizer()).fit(others);

    assertThat(fitted.recognizer().provenance().report())
        .containsEntry("validation errors of strong", String.valueOf(fitted.strong().errors()))
        .containsEntry("strong validation digits", "90")
        .containsEntry(
            "strong validation errors of member 1",
            String.valueOf(strong.members().get(0).errors()))
        .doesNotContainKey("validation flatters");
  }

  @Test
  void aMemberThatWasFittedOnTheSameDigitsIsTold() {
    DigitRecognizer strong = Ensemble.of(CHEAP, STRONG).fit(VALIDATION).recognizer();

    FittedCascade fitted = Cascade.of(CHEAP, strong).fit(VALIDATION);

    assertThat(fitted.recognizer().provenance().report())
        .containsEntry("validation flatters", "strong, which was itself fitted on these digits");
  }

  @Test
  void digitsThatAMemberOfAMemberWasTrainedOnAreRefused() {
    DigitRecognizer other =
        EnsembleTest.train("centres", InkSums.rows(), Scribbles.of("others", 60, 4));
    DigitRecognizer strong = Ensemble.of(STRONG, other).withEqualWeights();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cascade.of(other, strong).fit(TRAINING))
        .withMessageContaining("scribbles: strong (ensemble:")
        .withMessageContaining("was trained on these very digits");
  }

  @Test
  void aThresholdCanBeGiven() {
    DigitRecognizer never = Cascade.of(CHEAP, STRONG).withThreshold(0);

    assertThat(never.recognizeAll(VALIDATION.images()))
        .isEqualTo(CHEAP.recognizeAll(VALIDATION.images()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cascade.of(CHEAP, STRONG).withThreshold(1.1))
        .withMessage("a cascade's threshold must be in 0..1, not 1.1");
  }
}
