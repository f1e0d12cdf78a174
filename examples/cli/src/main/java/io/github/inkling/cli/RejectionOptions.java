package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.recognizer.RejectionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say whether and how a model learns what not to answer. */
final class RejectionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reject",
      description = {
        "Learn to reject what is no digit, too: drawn letters, scribbles, textures and pieces of"
            + " digits. A tenth of the digits is kept for the calibration, unless --calibrate"
            + " names others."
      })
  private boolean reject;

  @Option(
      names = "--calibrate",
      paramLabel = "SPEC",
      converter = SpecConverters.Data.class,
      description = {
        "With --reject: the digits that decide which confidence makes for which share of errors;"
            + " none that are trained on."
      })
  private DataSpec calibration;

  @Option(
      names = "--detector",
      paramLabel = "C",
      converter = SpecConverters.Classifier.class,
      description = {
        "With --reject: what tells digits from other pictures, a classifier as of --classifier.",
        "Default: a small mlp"
      })
  private Trainer detector;

  /** What is read besides the training data. */
  List<Path> files() {
    return calibration == null ? List.of() : calibration.files();
  }

  /** Refuses options that do not go together, before any work begins. */
  void check(DataSpec training) {
    if (!reject && (calibration != null || detector != null)) {
      throw new ParameterException(
          command.commandLine(),
          "%s has a meaning only with --reject; give that, too"
              .formatted(calibration == null ? "--detector" : "--calibrate"));
    }
    if (calibration != null
        && (calibration.toString().equals(training.toString())
            || SeenDigits.overlap(training.toString(), calibration.toString()))) {
      throw new ParameterException(
          command.commandLine(),
          "--calibrate %s has digits of --data %s, and must have none that are trained on; train on"
                  .formatted(calibration, training)
              + " mnist:fit and calibrate on mnist:validation, or leave --calibrate out");
    }
  }

  RecognizerTrainer applyTo(RecognizerTrainer trainer, ProgressListener progress)
      throws IOException {
    if (!reject) {
      return trainer;
    }
    RejectionSettings settings = RejectionSettings.defaults();
    if (detector != null) {
      settings = settings.withDetector(detector.spec());
    }
    if (calibration == null) {
      return trainer.rejection(settings);
    }
    LabeledDigits digits = calibration.read(progress);
    return trainer.rejection(settings, digits);
  }
}
