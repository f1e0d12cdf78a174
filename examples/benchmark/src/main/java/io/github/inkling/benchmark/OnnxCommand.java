package io.github.inkling.benchmark;

import ai.onnxruntime.OrtException;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a model's ONNX graph answers as the model does, and how fast. */
@Command(
    name = "onnx",
    description = "A model in Java beside its ONNX graph in ONNX Runtime, on the same digits.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OnnxCommand implements Callable<Integer> {
  private static final int DIGITS = 10_000;

  private final Console console;

  @Option(
      names = "--model",
      defaultValue = SavedModel.PRETRAINED,
      paramLabel = "FILE",
      description = "A model; once for each. Default: the one that comes along, ${DEFAULT-VALUE}")
  private List<Path> models;

  @Option(
      names = "--test",
      defaultValue = "10000",
      description = "Digits of mnist:test to compare, 1 to 10000. Default: ${DEFAULT-VALUE}")
  private int test;

  @Mixin private ReportOptions reports;

  OnnxCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, OrtException {
    SettingRange.require("--test", test, 1, DIGITS);
    reports.check();
    OnnxAgreement agreement = new OnnxAgreement(Mnist.test().first(test));
    for (Path model : models) {
      DigitRecognizer recognizer = SavedModel.load(model);
      console.say("Comparing " + model);
      agreement.add(model.toString(), recognizer);
    }
    reports.write(agreement.report(), console);
    return 0;
  }
}
