package io.github.inkling.core.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.ResumableTrainer;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.training.DivergedException;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.core.vision.RescanSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedTrainingTest {
  private static final LabeledDigits DIGITS = DrawnDigits.zerosAndOnes(40, 1);
  private static final String STAGE = "Training slow-learner";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("model.inkling.checkpoint");
  }

  @ParameterizedTest
  @CsvSource({
    "slow-learner, 0",
    "slow-learner:patience=2, 0",
    "slow-learner:augment=true, 0",
    "'slow-learner:augment=true,patience=1', 1",
  })
  void whatGoesOnEqualsWhatWasNeverInterrupted(String classifier, int copies) throws IOException {
    RecognizerTrainer trainer = trainer().classifier(classifier).augment(copies);
    DigitRecognizer expected = trainer.train(DIGITS);

    interrupt(trainer, 2);
    byte[] after = Files.readAllBytes(file);
    DigitRecognizer resumed = trainer.checkpoints(file, true).train(DIGITS);

    assertSame(resumed, expected);
    assertThat(Files.readAllBytes(file)).as("it was kept on").isNotEqualTo(after);
  }

  @Test
  void anInterruptionMayFollowAnother() {
    RecognizerTrainer trainer = trainer();
    DigitRecognizer expected = trainer.train(DIGITS);

    interrupt(trainer, 1);
    stop(trainer.checkpoints(file, true), 3);
    stop(trainer.checkpoints(file, true), 5);

    assertSame(trainer.checkpoints(file, true).train(DIGITS), expected);
  }

  /** As when the process ends between training and saving the model. */
  @Test
  void aTrainingThatWasOverIsNotDoneAgain() {
    RecognizerTrainer trainer = trainer().classifier("slow-learner:augment=true");
    DigitRecognizer expected = trainer.checkpoints(file, false).train(DIGITS);
    long[] learned = {Long.MAX_VALUE, 0};
    ProgressListener listener =
        (stage, done, total) -> {
          if (stage.equals(STAGE) && done > 0) {
            learned[0] = Math.min(learned[0], done);
            learned[1] = total;
          }
        };

    DigitRecognizer resumed = trainer.progress(listener).checkpoints(file, true).train(DIGITS);

    assertSame(resumed, expected);
    assertThat(learned[0]).isEqualTo(learned[1]).isPositive();
  }

  @Test
  void theTimesOfAllRunsAreTold() throws IOException {
    RecognizerTrainer trainer = trainer();
    interrupt(trainer, 2);
    Checkpoint real = Checkpoint.read(file);
    new Checkpoint(real.training(), 1000, real.variations(), real.state()).write(file);

    DigitRecognizer resumed = trainer.checkpoints(file, true).train(DIGITS);

    assertThat(resumed.provenance().trainSeconds()).isBetween(1000.0, 1100.0);
    assertThat(Checkpoint.read(file).trainSeconds()).isBetween(1000.0, 1100.0);
  }

  @Test
  void digitsMayBePreparedBefore() {
    RecognizerTrainer trainer = trainer();
    DigitRecognizer expected = trainer.train(DIGITS);
    interrupt(trainer, 2);

    PreparedDigits prepared = trainer.prepare(DIGITS);

    assertSame(trainer.checkpoints(file, true).train(prepared), expected);
  }

  @Test
  void whatIsKeptForACalibrationIsNoPartOfTheTraining() {
    RejectionSettings settings = RejectionSettings.defaults().withDetector("nearest-mean");
    RecognizerTrainer trainer = trainer().rejection(settings);
    DigitRecognizer expected = trainer.train(DIGITS);

    interrupt(trainer, 2);

    assertThat(expected.provenance().samples()).isEqualTo(36);
    assertThatThrownBy(() -> trainer().checkpoints(file, true).train(DIGITS))
        .hasMessageContaining("with digits 36, not 40");
    DigitRecognizer resumed = trainer.checkpoints(file, true).train(DIGITS);
    assertSame(resumed, expected);
    assertThat(resumed.requireRejection().calibration())
        .usingRecursiveComparison()
        .isEqualTo(expected.requireRejection().calibration());
    // What is calibrated on digits of its own is trained on all, as without rejection.
    LabeledDigits others = DrawnDigits.zerosAndOnes(20, 9);
    interrupt(trainer(), 2);
    assertSame(
        trainer().rejection(settings, others).checkpoints(file, true).train(DIGITS),
        trainer().train(DIGITS));
  }

  /** It could only be gone on from to diverge again. */
  @Test
  void aTrainingThatDivergedLeavesNoCheckpoint() {
    Trainer diverging =
        new ResumableTrainer() {
          @Override
          public String spec() {
            return "diverging";
          }

          @Override
          public Classifier train(
              TrainingSet digits, long seed, Checkpoints checkpoints, ProgressListener progress) {
            checkpoints.keep(new ModelState("diverging", Map.of(), Map.of()));
            assertThat(file).exists();
            throw new DivergedException("it diverged");
          }
        };

    assertThatThrownBy(() -> trainer().classifier(diverging).checkpoints(file, false).train(DIGITS))
        .isInstanceOf(DivergedException.class)
        .hasNoSuppressedExceptions();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFileIsDeletedWhenItsTimeHasCome() throws IOException {
    RecognizerTrainer trainer = trainer().checkpoints(file, false);
    trainer.deleteCheckpoint();

    trainer.train(DIGITS).save(folder.resolve("model.inkling"));
    assertThat(file).as("the model might not have been saved").exists();
    trainer.deleteCheckpoint();

    assertThat(folder.resolve("model.inkling")).exists();
    assertThat(file).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void whatIsNotToBeKeptIsNot() {
    trainer().train(DIGITS);
    trainer().classifier("nearest-mean").checkpoints(file, false).train(DIGITS);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTrainerThatKeepsNoneLeavesAnothersAlone() throws IOException {
    interrupt(trainer(), 2);
    RecognizerTrainer other = trainer().classifier("nearest-mean").checkpoints(file, false);

    other.checkCheckpoint();
    other.train(DIGITS);
    other.deleteCheckpoint();

    assertThat(file).exists();
  }

  @Test
  void aTrainerThatKeepsNoneCannotGoOn() {
    interrupt(trainer(), 2);
    RecognizerTrainer other = trainer().classifier("nearest-mean").checkpoints(file, true);
    String complaint =
        "nearest-mean keeps no checkpoints, so there is nothing to go on from; leave --resume out";

    assertThatThrownBy(other::checkCheckpoint)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(complaint);
    assertThatThrownBy(() -> other.train(DIGITS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(complaint);
  }

  @Test
  void whoWantsToGoOnNeedsACheckpoint() {
    assertRefused(
        trainer().checkpoints(file, true),
        file + ": there is no such checkpoint to go on from; leave --resume out");
  }

  @Test
  void whoWantsToBeginMustNotFindOne() throws IOException {
    interrupt(trainer(), 2);
    byte[] before = Files.readAllBytes(file);

    assertRefused(
        trainer().checkpoints(file, false),
        file + ": is the checkpoint of an interrupted training; go on with --resume, or delete it");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void otherSettingsAreRefusedBeforeDigitsAreRead() {
    interrupt(trainer(), 2);

    assertDiffers(it -> it.seed(43), "seed 42, not 43");
    assertDiffers(
        it -> it.classifier("slow-learner:epochs=7"),
        "classifier slow-learner:epochs=6,patience=0,augment=false,"
            + " not slow-learner:epochs=7,patience=0,augment=false");
    assertDiffers(it -> it.features(new InkHalved()), "features ink-per-row, not ink-halved");
    assertDiffers(
        it -> it.normalizer(NormalizerSettings.parse("deskew=false")),
        "normalizer.deskew true, not false");
    assertDiffers(it -> it.augment(2), "copies 0, not 2");
    assertDiffers(
        it -> it.augmentation(AugmentationSettings.parse("rotate=9")),
        "augmentation.rotate 8, not 9");
    assertDiffers(it -> it.rescan(RescanSettings.parse("share=0.5")), "rescan.share 0, not 0.5");
    assertDiffers(it -> it.seed(43).augment(2), "seed 42, not 43");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inkling", "java", "opencv"})
  void otherVersionsAreRefused(String library) throws IOException {
    interrupt(trainer(), 2);
    edit(settings -> settings.put("versions." + library, "0.1"));

    assertDiffers(
        it -> it, "versions.%s 0.1, not %s".formatted(library, Versions.current().get(library)));
  }

  @Test
  void aLibraryThatIsNotThereAnyMoreIsNamed() throws IOException {
    interrupt(trainer(), 2);
    edit(settings -> settings.put("versions.smile", "3.1.1"));
    assertDiffers(it -> it, "versions.smile 3.1.1, not none");

    edit(
        settings -> {
          settings.remove("versions.smile");
          settings.remove("versions.opencv");
        });
    assertDiffers(it -> it, "versions.opencv none, not " + Versions.current().get("opencv"));
  }

  @Test
  void otherDigitsAreRefusedBeforeTheyArePrepared() throws IOException {
    interrupt(trainer(), 2);
    LabeledDigits others = DrawnDigits.zerosAndOnes(40, 2);
    RecognizerTrainer resuming =
        trainer()
            .checkpoints(file, true)
            .progress(
                (stage, done, total) -> {
                  throw new AssertionError(stage);
                });

    resuming.checkCheckpoint();
    assertThatThrownBy(() -> resuming.train(others))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "%s: is the checkpoint of a training with dataHash %s, not %s; go on as it began, or"
                    .formatted(file, DIGITS.contentHash(), others.contentHash())
                + " delete it to begin anew");
    assertThatThrownBy(() -> resuming.train(DrawnDigits.zerosAndOnes(38, 1)))
        .hasMessageContaining("with digits 40, not 38; ");
  }

  @Test
  void anUnwritablePlaceIsNamed() {
    Path nowhere = folder.resolve("none/model.checkpoint");

    assertThatThrownBy(() -> trainer().checkpoints(nowhere, false).train(DIGITS))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no such folder to write " + nowhere);
  }

  private void assertDiffers(UnaryOperator<RecognizerTrainer> change, String difference) {
    assertRefused(
        change.apply(trainer()).checkpoints(file, true),
        "%s: is the checkpoint of a training with %s; go on as it began, or delete it to begin anew"
            .formatted(file, difference));
  }

  private static void assertRefused(RecognizerTrainer trainer, String message) {
    assertThatThrownBy(trainer::checkCheckpoint)
        .isInstanceOf(IOException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> trainer.train(DIGITS))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(message);
  }

  /** The arrays to the last bit, and what the model tells of its training. */
  private static void assertSame(DigitRecognizer actual, DigitRecognizer expected) {
    assertThat(floats(actual)).isEqualTo(floats(expected));
    assertThat(actual.provenance().report()).isEqualTo(expected.provenance().report());
    assertThat(actual.provenance().augmentation()).isEqualTo(expected.provenance().augmentation());
    assertThat(actual.provenance().dataHash()).isEqualTo(expected.provenance().dataHash());
  }

  private static Map<String, String> floats(DigitRecognizer recognizer) {
    Map<String, String> floats = new HashMap<>();
    recognizer
        .classifier()
        .state()
        .arrays()
        .forEach(
            (name, array) ->
                floats.put(
                    name,
                    array.values() instanceof float[] values
                        ? Arrays.toString(values)
                        : Arrays.toString((int[]) array.values())));
    return floats;
  }

  private static RecognizerTrainer trainer() {
    return DigitRecognizer.trainer().features(new InkPerRow()).classifier("slow-learner");
  }

  /** Leaves the checkpoint of so many epochs. */
  private void interrupt(RecognizerTrainer trainer, int epochs) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stop(trainer.checkpoints(file, false), epochs);
  }

  private void stop(RecognizerTrainer trainer, int epochs) {
    ProgressListener stopping =
        (stage, done, total) -> {
          if (stage.equals(STAGE) && done * 6 > total * epochs) {
            throw new IllegalStateException("stopped");
          }
        };
    ThrowingCallable training = () -> trainer.progress(stopping).train(DIGITS);
    assertThatThrownBy(training).hasMessage("stopped");
    assertThat(file).exists();
  }

  private interface Edit {
    void apply(Map<String, String> settings);
  }

  private void edit(Edit edit) throws IOException {
    Checkpoint real = Checkpoint.read(file);
    Map<String, String> settings = new LinkedHashMap<>(real.training().settings());
    edit.apply(settings);
    new Checkpoint(
            new TrainingFingerprint(settings), real.trainSeconds(), real.variations(), real.state())
        .write(file);
  }

  private static final class InkHalved extends InkPerRow {
    @Override
    public String spec() {
      return "ink-halved";
    }
  }
}
