package io.github.inkling.benchmark;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What twice the digits cost. */
@Command(
    name = "scaling",
    description = "Cost against the number of training digits, with the fitted exponents.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ScalingCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;

  private final Console console;

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "5000,15000,60000,240000",
      description = {
        "Training digits. Up to 50000 are mnist:fit's; more are fewer pictures and the least"
            + " number of changed copies of each.",
        "Default: ${DEFAULT-VALUE}"
      })
  private List<Integer> sizes;

  @Option(
      names = "--classifier",
      paramLabel = "C",
      defaultValue = "svm",
      description = "May be given again, as in --classifier svm --classifier knn:k=3.")
  private List<String> classifiers;

  @Option(
      names = "--features",
      paramLabel = "F",
      defaultValue = RecognizerTrainer.DEFAULT_FEATURES,
      description = "What describes a digit. Default: ${DEFAULT-VALUE}")
  private String features;

  @Option(
      names = "--test",
      defaultValue = "2000",
      description = "Digits of mnist:validation to answer, 1 to 10000. Default: ${DEFAULT-VALUE}")
  private int test;

  @Option(
      names = "--chart",
      paramLabel = "FILE.png",
      description = "Draw the training times, too; FILE-dark.png is for dark pages.")
  private Path chart;

  @Mixin private ReportOptions reports;

  ScalingCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    sizes.forEach(size -> SettingRange.require("--sizes", size, MnistMatrices.LEAST, MOST));
    if (sizes.stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "--sizes must name at least two different numbers, as an exponent needs them, not "
              + sizes);
    }
    SettingRange.require("--test", test, 1, MnistMatrices.VALIDATION);
    FeatureExtractors.of(features);
    classifiers.forEach(Classifiers::trainer);
    reports.check();
    ReportOptions.checkPlace(chart);

    List<ScalingReport.Curve> curves = new ArrayList<>();
    for (String classifier : classifiers) {
      List<ScalingPoint> points = new ArrayList<>();
      for (int size : sizes.stream().sorted().distinct().toList()) {
        console.say("%s, %,d digits".formatted(classifier, size));
        points.add(PointProcess.run(classifier, features, size, test));
      }
      curves.add(new ScalingReport.Curve(classifier, points));
    }
    reports.write(new ScalingReport(curves).report(), console);
    if (chart != null) {
      new ScalingChart(curves).write(chart);
    }
    return 0;
  }
}
