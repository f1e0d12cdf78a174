package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.RescanSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model. */
@Command(name = "train", description = "Train a model and save it.")
final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PreparationOptions preparation;

  @Option(
      names = "--classifier",
      paramLabel = "C",
      defaultValue = RecognizerTrainer.DEFAULT_CLASSIFIER,
      converter = SpecConverters.Classifier.class,
      description = {
        "What tells digits apart: svm, knn, mlp, cnn, ensemble, cascade; with settings,",
        "as in knn:k=3; see inkling --help.",
        "Default: ${DEFAULT-VALUE}"
      })
  private Trainer classifier;

  @Mixin private AugmentationOptions augmentation;

  @Mixin private RejectionOptions rejection;

  @Option(
      names = "--rescan",
      paramLabel = "R",
      converter = SpecConverters.Rescan.class,
      description = {
        "Have some of the copies, also of those that a",
        "classifier's training makes, written with other pens,",
        "proportions and gaps, in other countries' forms, and",
        "scanned by other scanners, as in share=0.6.",
        "Default: none"
      })
  private RescanSettings rescan = RescanSettings.none();

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = "mnist:train",
      converter = SpecConverters.Data.class,
      description = {"The digits to train on; see inkling --help.", "Default: ${DEFAULT-VALUE}"})
  private DataSpec data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + RecognizerTrainer.DEFAULT_SEED,
      description = {
        "Decides every random choice; the same seed gives the same model.",
        "Default: ${DEFAULT-VALUE}"
      })
  private long seed;

  @Option(
      names = "--resume",
      description = {
        "Go on with an interrupted training of a cnn from FILE.checkpoint,",
        "which is kept after each epoch and deleted when the model is saved.",
        "The other options must be those that it began with."
      })
  private boolean resume;

  @Mixin private ModelOutput output;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    rejection.check(data);
    List<Path> inputs = new ArrayList<>(data.files());
    inputs.addAll(rejection.files());
    Path checkpoint = output.checkpoint();
    output.check(inputs, classifier.keepsCheckpoints() ? checkpoint : null);
    RecognizerTrainer trainer = trainer().checkpoints(checkpoint, resume);
    trainer.checkCheckpoint();
    DigitRecognizer recognizer;
    ResumeHint hint = ResumeHint.on(terminal, classifier, checkpoint);
    try (StageProgress progress = StageProgress.on(terminal)) {
      LabeledDigits digits = data.read(progress);
      recognizer = Training.train(rejection.applyTo(trainer, progress), digits, progress);
    } finally {
      hint.withdraw();
    }
    // Training predicts nothing, so there is no time to tell; the key is in every report of times.
    output.save(recognizer, result -> result.putNull("predictSeconds"), terminal);
    trainer.deleteCheckpoint();
    return 0;
  }

  private RecognizerTrainer trainer() {
    return DigitRecognizer.trainer()
        .normalizer(preparation.preprocessing())
        .features(preparation.features())
        .classifier(classifier)
        .augment(augmentation.copies())
        .augmentation(augmentation.kinds().toArray(AugmentationSettings[]::new))
        .rescan(rescan)
        .seed(seed);
  }
}
