package io.github.inkling.benchmark;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a model that rejects accepts of digits, and what of pictures without one. */
@Command(
    name = "rejection",
    description = "What a model accepts of digits, and rejects of letters, scribbles and textures.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RejectionCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--model",
      defaultValue = SavedModel.PRETRAINED,
      paramLabel = "FILE",
      description = {
        "A model that was trained with --reject.",
        "Default: the one that comes along, ${DEFAULT-VALUE}"
      })
  private Path model;

  @Option(
      names = "--data",
      defaultValue = "validation",
      description = {
        "Digits to accept, validation or test: those of mnist:validation, if the model was",
        "trained on mnist:fit, or once, to report, those of mnist:test. Default: ${DEFAULT-VALUE}"
      })
  private Digits data;

  @Option(
      names = "--count",
      defaultValue = "2000",
      description = "Pictures of each kind to reject, 1 to 100000. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides the pictures. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Mixin private ReportOptions reports;

  /** Parts of MNIST, as they are typed. */
  private enum Digits {
    validation,
    test
  }

  RejectionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--count", count, 1, 100_000);
    reports.check();
    DigitRecognizer recognizer = SavedModel.load(model);
    if (recognizer.rejection().isEmpty()) {
      throw new IllegalArgumentException(
          model + ": was trained without rejection; train one with inkling train --reject");
    }
    LabeledDigits digits = data == Digits.test ? Mnist.test() : Mnist.fitAndValidation().rest();
    reports.write(
        new RejectionMeasurement(recognizer, digits, console).report(count, seed), console);
    return 0;
  }
}
