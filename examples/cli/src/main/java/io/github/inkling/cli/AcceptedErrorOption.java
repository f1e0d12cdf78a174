package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import picocli.CommandLine.Option;

/** The option that says how many errors are accepted, and so how much is rejected. */
final class AcceptedErrorOption {
  @Option(
      names = "--accepted-error",
      paramLabel = "P",
      converter = SpecConverters.Share.class,
      description = {
        "Reject what is not sure enough, so that at most this share of accepted digits is wrong,"
            + " as 0.1%% or 0.001; for models of inkling train --reject.",
        "Default: as the model was saved"
      })
  private Double share;

  /** The recognizer at the operating point that was asked for. */
  DigitRecognizer applyTo(DigitRecognizer recognizer, ModelOption model) {
    if (share == null) {
      return recognizer;
    }
    try {
      return recognizer.acceptingErrors(share);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IllegalArgumentException(model.file() + ": " + e.getMessage(), e);
    }
  }
}
