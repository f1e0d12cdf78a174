package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.vision.NormalizerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparedDigitsTest {
  private static final LabeledDigits DIGITS = DrawnDigits.zerosAndOnes(60, 3);
  private static final RecognizerTrainer TRAINER =
      DigitRecognizer.trainer().features(new InkPerRow()).classifier("nearest-mean").augment(1);
  private static final PreparedDigits PREPARED = TRAINER.prepare(DIGITS);

  @Test
  void trainingOnPreparedDigitsIsTrainingOnTheDigits() {
    DigitRecognizer direct = TRAINER.train(DIGITS);
    DigitRecognizer shared = TRAINER.train(PREPARED);

    assertThat(means(shared)).isEqualTo(means(direct));
    assertThat(shared.provenance().dataHash()).isEqualTo(DIGITS.contentHash());
    assertThat(shared.provenance().augmentation()).isEqualTo(direct.provenance().augmentation());
  }

  @Test
  void aSelectionIsWhatPreparingItAloneGives() {
    int[] some = {41, 2, 2, 17, 30};
    PreparedDigits selected = PREPARED.select(some);
    PreparedDigits alone = TRAINER.prepare(DIGITS.select(some));

    assertThat(selected.features()).isEqualTo(alone.features());
    assertThat(selected.images()).isEqualTo(alone.images());
    assertThat(selected.digits().labels()).isEqualTo(DIGITS.select(some).labels());
    assertThat(means(TRAINER.train(selected))).isEqualTo(means(TRAINER.train(DIGITS.select(some))));
  }

  @Test
  void preparedDigitsAreAnsweredAsTheirPicturesAre() {
    DigitRecognizer recognizer = TRAINER.train(PREPARED);
    List<GrayImage> images = new ArrayList<>(DIGITS.images());
    images.set(7, DrawnDigits.blank());
    LabeledDigits withBlank = new LabeledDigits("drawn", images, DIGITS.labels());
    PreparedDigits prepared =
        PreparedDigits.of(withBlank, recognizer.preparation(), ProgressListener.NONE);

    assertThat(recognizer.recognizeAll(prepared, ProgressListener.NONE).predictions())
        .isEqualTo(recognizer.recognizeAll(images));
    int[] order = IntStream.of(7, 8).toArray();
    assertThat(recognizer.recognizeAll(prepared.select(order), ProgressListener.NONE).predictions())
        .isEqualTo(recognizer.recognizeAll(List.of(images.get(7), images.get(8))));
  }

  @Test
  void digitsThatWerePreparedInAnotherWayAreRefused() {
    RecognizerTrainer other = TRAINER.normalizer(NormalizerSettings.parse("deskew=false"));

    assertThatThrownBy(() -> other.train(PREPARED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("were prepared with", "deskew=true", "trainer", "deskew=false");
    DigitRecognizer recognizer = other.train(DIGITS);
    assertThatThrownBy(() -> recognizer.recognizeAll(PREPARED, ProgressListener.NONE))
        .hasMessageContaining("the recognizer prepares with");
  }

  @Test
  void digitsOfOneClassAreRefusedBeforeTheyArePrepared() {
    LabeledDigits ones = DIGITS.select(1, 3, 5);

    assertThatThrownBy(() -> TRAINER.prepare(ones))
        .hasMessageContaining("training needs at least two different digits");
    assertThatThrownBy(() -> TRAINER.train(PREPARED.select(1, 3, 5)))
        .hasMessageContaining("training needs at least two different digits");
  }

  private static Object means(DigitRecognizer recognizer) {
    return recognizer.classifier().state().arrays().get("means").values();
  }
}
