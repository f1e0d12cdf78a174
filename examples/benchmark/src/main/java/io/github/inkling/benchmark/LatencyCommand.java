package io.github.inkling.benchmark;

import io.github.inkling.benchmark.latency.JmhEffort;
import io.github.inkling.benchmark.latency.LatencyRun;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one digit costs, by JMH. */
@Command(
    name = "latency",
    description = {
      "One digit's latency, from picture to label and part by part, and the throughput of",
      "preprocessing and features, by JMH."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LatencyCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "A model to ask, as inkling train wrote it; may be given again. Without any, the"
              + " classifiers are trained first.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--classifiers",
      paramLabel = "C",
      split = ",",
      defaultValue = "svm,mlp,knn",
      description = "Which to train if there is no model. Default: ${DEFAULT-VALUE}")
  private List<String> classifiers;

  @Option(
      names = "--features",
      paramLabel = "F",
      defaultValue = RecognizerTrainer.DEFAULT_FEATURES,
      description = {
        "What describes a digit, in training and in the throughput.",
        "Default: ${DEFAULT-VALUE}"
      })
  private String features;

  @Option(
      names = "--train",
      defaultValue = "50000",
      description = "Digits of mnist:fit to train on, 100 to 50000. Default: ${DEFAULT-VALUE}")
  private int train;

  @Option(
      names = "--forks",
      defaultValue = "2",
      description = "Fresh processes. Default: ${DEFAULT-VALUE}")
  private int forks;

  @Option(
      names = "--iterations",
      defaultValue = "5",
      description = "To warm up, and again to measure. Default: ${DEFAULT-VALUE}")
  private int iterations;

  @Option(
      names = "--seconds",
      defaultValue = "4",
      description = "Of one iteration. Default: ${DEFAULT-VALUE}")
  private double seconds;

  @Mixin private ReportOptions reports;

  LatencyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--train", train, MnistMatrices.LEAST, MnistMatrices.FIT);
    LatencyRun run =
        new LatencyRun(new JmhEffort(forks, iterations, seconds), features, console.err());
    FeatureExtractors.of(features);
    classifiers.forEach(Classifiers::trainer);
    reports.check();
    if (!models.isEmpty()) {
      reports.write(new LatencyReport(run.of(named())).report(), console);
      return 0;
    }
    Path folder = Files.createTempDirectory("inkling-latency");
    try {
      reports.write(new LatencyReport(run.of(trained(folder))).report(), console);
    } finally {
      for (String classifier : classifiers) {
        Files.deleteIfExists(file(folder, classifier));
      }
      Files.deleteIfExists(folder);
    }
    return 0;
  }

  private Map<String, Path> named() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path model : models) {
      String trainer = DigitRecognizer.load(model).provenance().trainer();
      String name = trainer.substring(0, (trainer + ":").indexOf(':'));
      files.put(files.containsKey(name) ? name + " (" + model + ")" : name, model);
    }
    return files;
  }

  private Map<String, Path> trained(Path folder) throws IOException {
    LabeledDigits digits = Mnist.fitAndValidation().train().first(train);
    Map<String, Path> files = new TreeMap<>();
    for (String classifier : classifiers) {
      console.say("Training " + classifier);
      Path file = file(folder, classifier);
      DigitRecognizer.trainer().features(features).classifier(classifier).train(digits).save(file);
      files.put(classifier, file);
    }
    return files;
  }

  private Path file(Path folder, String classifier) {
    return folder.resolve(classifiers.indexOf(classifier) + ".inkling");
  }
}
