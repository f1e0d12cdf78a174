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

  @Option(
      names = "--lost",
      paramLabel = "P",
      converter = SpecConverters.Share.class,
      description = {
        "With --reject: the share of the calibration's digits that may be rejected as unlike any"
            + " digit, as 0.1%% or 0.001. Other people's digits look less like those.",
        "Default: 0.5%%"
      })
  private Double lost;

  /** What is read besides the training data. */
  List<Path> files() {
    return calibration == null ? List.of() : calibration.files();
  }

  /** Refuses options that do not go together, before any work begins. */
  void check(DataSpec training) {
    requireReject("--calibrate", calibration);
    requireReject("--detector", detector);
    requireReject("--lost", lost);
    try {
      settings();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
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

  private void requireReject(String option, Object value) {
    if (!reject && value != null) {
      throw new ParameterException(
          command.commandLine(), option + " has a meaning only with --reject; give that, too");
    }
  }

  private RejectionSettings settings() {
    RejectionSettings settings = RejectionSettings.defaults();
    if (detector != null) {
      settings = settings.withDetector(detector.spec());
    }
    return lost == null ? settings : settings.withLost(lost);
  }

  RecognizerTrainer applyTo(RecognizerTrainer trainer, ProgressListener progress)
      throws IOException {
    if (!reject) {
      return trainer;
    }
    if (calibration == null) {
      return trainer.rejection(settings());
    }
    LabeledDigits digits = calibration.read(progress);
    return trainer.rejection(settings(), digits);
  }
}
