package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.RescanSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionTest {
  private static final LabeledDigits TRAINING = DrawnDigits.zerosAndOnes(60, 1);
  private static final LabeledDigits CALIBRATION = DrawnDigits.zerosAndOnes(200, 2);
  private static final LabeledDigits UNSEEN = DrawnDigits.zerosAndOnes(40, 3);
  private static final RejectionSettings SETTINGS =
      new RejectionSettings("nearest-mean", 1, 2, 0.01, 0.2);
  private static final RecognizerTrainer TRAINER =
      DigitRecognizer.trainer().features(new InkPerRow()).classifier("nearest-mean").seed(7);

  private static final DigitRecognizer PLAIN = TRAINER.train(TRAINING);
  private static final DigitRecognizer RECOGNIZER =
      TRAINER.rejection(SETTINGS, CALIBRATION).train(TRAINING);

  @Test
  void theTenProbabilitiesAreThoseOfTheClassifier() {
    List<Prediction> plain = PLAIN.recognizeAll(UNSEEN.images());
    List<Prediction> judged = RECOGNIZER.recognizeAll(UNSEEN.images());

    for (int i = 0; i < plain.size(); i++) {
      assertThat(judged.get(i).probabilities()).isEqualTo(plain.get(i).probabilities());
      assertThat(judged.get(i).digitProbability()).isBetween(0.0, 1.0);
    }
    assertThat(judged).extracting(Prediction::digitProbability).doesNotContain(1.0);
  }

  @Test
  void aPartOfTheDigitsIsHeldOutIfNoneAreGiven() {
    DigitRecognizer split = TRAINER.rejection(SETTINGS).train(TRAINING);
    RiskCalibration calibration = split.rejection().orElseThrow().calibration();

    assertThat(split.provenance().samples()).isEqualTo(48);
    assertThat(calibration.samples()).isEqualTo(12);
    assertThat(calibration.data()).isEqualTo("drawn");
    assertThat(calibration.dataHash())
        .isNotEqualTo(TRAINING.contentHash())
        .isNotEqualTo(split.provenance().dataHash());
  }

  @Test
  void theFloorLosesNoMoreThanAgreed() {
    List<Prediction> answers = RECOGNIZER.recognizeAll(CALIBRATION.images());

    assertThat(answers.stream().filter(it -> !it.isDigit()).count())
        .as("1 % of 200")
        .isLessThanOrEqualTo(2);
    assertThat(RECOGNIZER.rejection().orElseThrow().floor()).isBetween(0.0, 0.5);
  }

  @Test
  void fewerErrorsMeanFewerAnswers() {
    DigitRecognizer careful = RECOGNIZER.acceptingErrors(0.006);
    RejectionRule rule = careful.rejection().orElseThrow();

    assertThat(rule.acceptedError()).hasValue(0.006);
    List<Prediction> answers = careful.recognizeAll(CALIBRATION.images());
    int accepted = 0;
    int wrong = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isDigit()) {
        accepted++;
        wrong += answers.get(i).label() == CALIBRATION.label(i) ? 0 : 1;
        assertThat(answers.get(i).probability(answers.get(i).label()))
            .isGreaterThanOrEqualTo(rule.leastProbability());
      }
    }
    assertThat((wrong + 1.0) / (accepted + 1)).isLessThanOrEqualTo(0.006);
    assertThatThrownBy(() -> RECOGNIZER.acceptingErrors(0.001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200 digits of drawn can promise");
  }

  @Test
  void whatIsRejectedSaysWhyAndKeepsItsProbabilities() {
    List<GrayImage> pictures = new ArrayList<>(UNSEEN.images());
    pictures.add(DrawnDigits.blank());
    List<Prediction> candid = RECOGNIZER.answeringAll().recognizeAll(pictures);
    RejectionRule rule = RECOGNIZER.rejection().orElseThrow();

    List<Prediction> judged = RECOGNIZER.recognizeAll(pictures);
    for (int i = 0; i < UNSEEN.size(); i++) {
      boolean unlike = candid.get(i).digitProbability() < rule.floor();
      assertThat(candid.get(i).isDigit()).isTrue();
      assertThat(judged.get(i))
          .isEqualTo(unlike ? candid.get(i).reject(Rejection.UNLIKE_ANY_DIGIT) : candid.get(i));
    }
    assertThat(judged.get(UNSEEN.size())).isEqualTo(Prediction.rejected(Rejection.BLANK));
  }

  @Test
  void itIsCalibratedAnewOnOtherDigits() {
    RejectionTrainer trainer =
        new RejectionTrainer(
            SETTINGS,
            RescanSettings.none(),
            List.of(AugmentationSettings.defaults()),
            7,
            ProgressListener.NONE);

    DigitRecognizer again = trainer.calibrate(RECOGNIZER.acceptingErrors(0.02), UNSEEN);

    RejectionRule rule = again.rejection().orElseThrow();
    assertThat(rule.detector()).isSameAs(RECOGNIZER.rejection().orElseThrow().detector());
    assertThat(rule.calibration().samples()).isEqualTo(40);
    assertThat(rule.acceptedError()).isEmpty();
    assertThat(trainer.calibrate(again, CALIBRATION).recognizeAll(UNSEEN.images()))
        .isEqualTo(RECOGNIZER.recognizeAll(UNSEEN.images()));
    assertThatThrownBy(() -> trainer.calibrate(PLAIN, UNSEEN))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> trainer.train(PLAIN, TRAINING.first(0), UNSEEN))
        .hasMessage("drawn: there are no digits to train a detector on");
  }

  @Test
  void eachThresholdHasItsReason() {
    Prediction torn = Prediction.of(new double[] {0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0});
    Prediction sure = Prediction.of(new double[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0});

    assertThat(RejectionRule.judge(torn.withDigitProbability(0.9), 0.3, 0.6).rejection())
        .contains(Rejection.AMBIGUOUS);
    assertThat(RejectionRule.judge(torn.withDigitProbability(0.2), 0.3, 0.6).rejection())
        .contains(Rejection.UNLIKE_ANY_DIGIT);
    assertThat(RejectionRule.judge(sure.withDigitProbability(0.2), 0.3, 0).rejection())
        .contains(Rejection.UNLIKE_ANY_DIGIT);
    assertThat(RejectionRule.judge(sure.withDigitProbability(0.4), 0.3, 0.6).isDigit()).isTrue();
  }

  @Test
  void itSurvivesItsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.inkling");
    DigitRecognizer careful = RECOGNIZER.acceptingErrors(0.02);
    careful.save(file);

    DigitRecognizer loaded = DigitRecognizer.load(file, new InkPerRow());

    assertThat(loaded.recognizeAll(UNSEEN.images()))
        .isEqualTo(careful.recognizeAll(UNSEEN.images()));
    assertThat(loaded.rejection().orElseThrow().acceptedError()).hasValue(0.02);
    assertThat(loaded.acceptingErrors(0.05).recognizeAll(UNSEEN.images()))
        .isEqualTo(RECOGNIZER.acceptingErrors(0.05).recognizeAll(UNSEEN.images()));
    assertThat(ModelParts.of(loaded).arrays().keySet())
        .containsExactly(
            "means",
            "rejection/detector/means",
            "rejection/calibration/thresholds",
            "rejection/calibration/accepted",
            "rejection/calibration/errors");
  }

  @Test
  void theSameSeedGivesTheSameRule() throws IOException {
    DigitRecognizer again = TRAINER.rejection(SETTINGS, CALIBRATION).train(TRAINING);

    assertThat(Payload.of(ModelParts.of(again).arrays()).sha256())
        .isEqualTo(Payload.of(ModelParts.of(RECOGNIZER).arrays()).sha256());
    DigitRecognizer other = TRAINER.seed(8).rejection(SETTINGS, CALIBRATION).train(TRAINING);
    assertThat(Payload.of(ModelParts.of(other).arrays()).sha256())
        .isNotEqualTo(Payload.of(ModelParts.of(RECOGNIZER).arrays()).sha256());
  }

  @Test
  void manyAtATimeAnswerAsOneAfterTheOther() {
    List<Prediction> one = RECOGNIZER.acceptingErrors(0.02).recognizeAll(UNSEEN.images());
    DigitRecognizer shared = RECOGNIZER.acceptingErrors(0.02);

    List<Prediction> concurrent =
        IntStream.range(0, 4 * UNSEEN.size())
            .parallel()
            .mapToObj(i -> shared.recognize(UNSEEN.image(i % UNSEEN.size())))
            .toList();

    for (int i = 0; i < concurrent.size(); i++) {
      assertThat(concurrent.get(i)).isEqualTo(one.get(i % one.size()));
    }
  }

  @Test
  void aModelWithoutRejectionAnswersEverythingAndSaysSo() {
    assertThat(PLAIN.rejection()).isEmpty();
    assertThat(PLAIN.answeringAll()).isSameAs(PLAIN);
    assertThat(PLAIN.recognizeAll(UNSEEN.images()))
        .allMatch(it -> it.isDigit() && it.digitProbability() == 1);
    assertThatThrownBy(() -> PLAIN.acceptingErrors(0.01))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was trained without rejection")
        .hasMessageContaining("inkling train --reject");
  }

  @Test
  void aDetectorOfOtherFeaturesIsRefused() {
    DigitRecognizer other = TRAINER.features(new InkPerRow()).train(TRAINING);
    Preparation wider =
        new Preparation(
            other.normalizer(),
            new InkPerRow() {
              @Override
              public int length() {
                return 29;
              }
            });

    assertThatThrownBy(
            () ->
                new DigitRecognizer(
                    wider, other.classifier(), RECOGNIZER.rejection(), other.provenance()))
        .hasMessageContaining("was trained on 28");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new RejectionSettings(null, 1, 1, 0, 0.1))
        .hasMessageContaining("needs a detector");
    assertThatThrownBy(() -> new RejectionSettings("mlp", -1, 1, 0, 0.1))
        .hasMessage("the detector's copies must be in 0..100, not -1");
    assertThatThrownBy(() -> new RejectionSettings("mlp", 1, 0, 0, 0.1))
        .hasMessage("nonDigits must be above 0, to 100, not 0.0");
    assertThatThrownBy(() -> new RejectionSettings("mlp", 1, Double.NaN, 0, 0.1))
        .hasMessageContaining("nonDigits");
    assertThatThrownBy(() -> new RejectionSettings("mlp", 1, 1, 0.6, 0.1))
        .hasMessage("lost must be in 0..0.5, not 0.6");
    assertThatThrownBy(() -> new RejectionSettings("mlp", 1, 1, 0, 0))
        .hasMessage("heldOut must be above 0, to 0.5, not 0.0");
    assertThatThrownBy(() -> TRAINER.rejection(SETTINGS, TRAINING.first(0)).train(TRAINING))
        .hasMessage("drawn: rejection is calibrated on at least one digit, and here is none");
    assertThatThrownBy(() -> TRAINER.rejection(SETTINGS.withDetector("oracle")).train(TRAINING))
        .hasMessageContaining("no classifier named 'oracle'");
  }
}
