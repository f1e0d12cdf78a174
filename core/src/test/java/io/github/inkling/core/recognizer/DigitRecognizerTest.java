package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.vision.AugmentationSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitRecognizerTest {
  private static final LabeledDigits TRAINING = DrawnDigits.zerosAndOnes(60, 1);
  private static final LabeledDigits UNSEEN = DrawnDigits.zerosAndOnes(40, 2);

  private final DigitRecognizer recognizer =
      DigitRecognizer.trainer()
          .features(new InkPerRow())
          .classifier("nearest-mean")
          .seed(7)
          .train(TRAINING);

  @Test
  void recognizesWhatItWasTrainedOn() {
    List<Prediction> answers = recognizer.recognizeAll(UNSEEN.images());

    for (int i = 0; i < UNSEEN.size(); i++) {
      assertThat(answers.get(i).label()).isEqualTo(UNSEEN.label(i));
    }
  }

  @Test
  void onePictureIsABatchOfOne() {
    List<Prediction> together = recognizer.recognizeAll(UNSEEN.images());

    for (int i = 0; i < UNSEEN.size(); i++) {
      assertThat(recognizer.recognize(UNSEEN.image(i))).isEqualTo(together.get(i));
    }
  }

  @Test
  void aBlankPictureIsRejectedAmongOthers() {
    List<GrayImage> images = List.of(UNSEEN.image(0), DrawnDigits.blank(), UNSEEN.image(1));

    List<Prediction> answers = recognizer.recognizeAll(images);

    assertThat(answers).extracting(Prediction::isDigit).containsExactly(true, false, true);
    assertThat(answers.get(1).rejection()).contains(Rejection.BLANK);
  }

  @Test
  void nothingButNoiseIsRejectedAsSuch() {
    byte[] noise = new byte[30 * 30];
    new Random(1).nextBytes(noise);

    assertThat(recognizer.recognize(GrayImage.of(30, 30, noise)).rejection())
        .contains(Rejection.TOO_NOISY);
  }

  @Test
  void noPicturesGiveNoAnswers() {
    assertThat(recognizer.recognizeAll(List.of())).isEmpty();
  }

  @Test
  void provenanceTellsHowToTrainItAgain() {
    Provenance provenance = recognizer.provenance();

    assertThat(provenance.data()).isEqualTo("drawn");
    assertThat(provenance.dataHash()).isEqualTo(TRAINING.contentHash());
    assertThat(provenance.samples()).isEqualTo(60);
    assertThat(provenance.classCounts()).containsExactly(30, 30, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(provenance.seed()).isEqualTo(7);
    assertThat(provenance.trainer()).isEqualTo("nearest-mean");
    assertThat(provenance.versions()).containsKeys("inkling", "java", "opencv");
    assertThat(provenance.versions().get("inkling")).matches("\\d+\\.\\d+.*");
    assertThat(provenance.featureSeconds()).isPositive();
    assertThat(provenance.trainSeconds()).isPositive();
    assertThat(provenance.report()).containsExactly(Map.entry("means", "10"));
  }

  @Test
  void progressIsHeardToTheEnd() {
    List<String> heard = new ArrayList<>();
    ProgressListener listener = (stage, done, total) -> heard.add(stage + " " + done + "/" + total);

    recognizer.recognizeAll(UNSEEN.images(), listener);

    assertThat(heard).containsExactly("Recognising 0/40", "Recognising 40/40");
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(
            () ->
                new DigitRecognizer(
                    new Preparation(
                        recognizer.normalizer(),
                        new InkPerRow() {
                          @Override
                          public int length() {
                            return 5;
                          }
                        }),
                    recognizer.classifier(),
                    recognizer.provenance()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ink-per-row gives 5 features, but the classifier was trained on 28");
  }

  @Test
  void oneClassOnlyIsRefused() {
    LabeledDigits zeros = TRAINING.select(0, 2, 4);

    assertThatThrownBy(
            () ->
                DigitRecognizer.trainer()
                    .features(new InkPerRow())
                    .classifier("nearest-mean")
                    .train(zeros))
        .hasMessage(
            "training needs at least two different digits, but all 3 are of one; add others");
  }

  @Test
  void augmentationIsInTheProvenanceAndRepeatable() {
    RecognizerTrainer trainer =
        DigitRecognizer.trainer()
            .features(new InkPerRow())
            .classifier("nearest-mean")
            .augmentation(AugmentationSettings.parse("rotate=3"))
            .augment(2);

    DigitRecognizer first = trainer.train(TRAINING);
    DigitRecognizer second = trainer.train(TRAINING);
    DigitRecognizer another = trainer.seed(1).train(TRAINING);

    assertThat(first.provenance().augmentation())
        .isEqualTo(new Provenance.Augmentation(2, AugmentationSettings.parse("rotate=3").toMap()));
    assertThat(first.provenance().samples()).as("digits, not copies").isEqualTo(60);
    assertThat(means(first)).isEqualTo(means(second)).isNotEqualTo(means(another));
    assertThat(means(first)).isNotEqualTo(means(trainer.augment(0).train(TRAINING)));
    assertThat(recognizer.provenance().augmentation()).isEqualTo(Provenance.Augmentation.NONE);
  }

  @Test
  void tooManyCopiesAreRefusedBeforeAnythingIsComputed() {
    List<String> heard = new ArrayList<>();
    RecognizerTrainer trainer =
        DigitRecognizer.trainer()
            .features(new InkPerRow())
            .classifier("nearest-mean")
            .progress((stage, done, total) -> heard.add(stage));
    LabeledDigits many =
        new LabeledDigits(
            "many",
            Collections.nCopies(80_000, TRAINING.image(0)),
            IntStream.range(0, 80_000).map(i -> i % 2).toArray());

    assertThatThrownBy(() -> trainer.augment(1000).train(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000 copies of each of 80000 digits")
        .hasMessageContaining("make at most 957");
    assertThatThrownBy(() -> trainer.augment(1001))
        .hasMessage("copies must be in 0..1000, not 1001");
    assertThat(heard).isEmpty();
  }

  @Test
  void featuresThatTheTrainerCannotLearnFromAreNotComputed() {
    List<String> heard = new ArrayList<>();
    Trainer choosy =
        new Trainer() {
          @Override
          public String spec() {
            return "choosy";
          }

          @Override
          public void requireFeatures(int features) {
            throw new IllegalArgumentException("not " + features + " features");
          }

          @Override
          public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
            throw new AssertionError("trained");
          }
        };

    assertThatThrownBy(
            () ->
                DigitRecognizer.trainer()
                    .features(new InkPerRow())
                    .classifier(choosy)
                    .progress((stage, done, total) -> heard.add(stage))
                    .train(TRAINING))
        .hasMessage("not 28 features");
    assertThat(heard).isEmpty();
  }

  private static Object means(DigitRecognizer recognizer) {
    return recognizer.classifier().state().arrays().get("means").values();
  }
}
