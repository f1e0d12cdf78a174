package io.github.inkling.benchmark;

import io.github.inkling.classifiers.smile.SvmClassifier;
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

/** Whether the fast way answers as Smile's own does. */
@Command(
    name = "identity",
    description = "Inkling's SVM beside Smile's own predict on the same machines.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class IdentityCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A model with an SVM; without it, one is trained first.")
  private Path model;

  @Option(
      names = "--classifier",
      paramLabel = "C",
      defaultValue = "svm",
      description = "The SVM to train if there is no model. Default: ${DEFAULT-VALUE}")
  private String classifier;

  @Option(
      names = "--train",
      defaultValue = "10000",
      description = "Digits of mnist:fit to train on, 100 to 50000. Default: ${DEFAULT-VALUE}")
  private int train;

  @Option(
      names = "--test",
      defaultValue = "10000",
      description = "Digits of mnist:validation to compare, 1 to 10000. Default: ${DEFAULT-VALUE}")
  private int test;

  @Mixin private ReportOptions reports;

  IdentityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--train", train, MnistMatrices.LEAST, MnistMatrices.FIT);
    SettingRange.require("--test", test, 1, MnistMatrices.VALIDATION);
    reports.check();
    DigitRecognizer recognizer = model == null ? trained() : DigitRecognizer.load(model);
    if (!(recognizer.classifier() instanceof SvmClassifier svm)) {
      throw new IllegalArgumentException(
          "the classifier must be an svm, not " + recognizer.provenance().trainer());
    }
    LabeledDigits validation = Mnist.fitAndValidation().rest();
    LabeledMatrix questions =
        MnistMatrices.first(test, validation, recognizer.preparation(), console.stages());
    console.say("Asking Smile");
    reports.write(new Identity(svm, questions).report(), console);
    return 0;
  }

  private DigitRecognizer trained() {
    LabeledDigits fit = Mnist.fitAndValidation().train().first(train);
    return DigitRecognizer.trainer().classifier(classifier).progress(console.stages()).train(fit);
  }
}
