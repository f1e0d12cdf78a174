package io.github.inkling.benchmark;

import io.github.inkling.benchmark.rival.MlpTask;
import io.github.inkling.benchmark.rival.Rival;
import io.github.inkling.benchmark.rival.Rivals;
import io.github.inkling.benchmark.rival.SvmTask;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Inkling beside the other libraries, in one process and on the same matrices. */
@Command(
    name = "side-by-side",
    description = "Inkling beside Smile, LIBSVM and OpenCV, on the same feature matrices.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SideBySideCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--train",
      defaultValue = "10000",
      description = "Digits of mnist:fit to learn from, 100 to 50000. Default: ${DEFAULT-VALUE}")
  private int train;

  @Option(
      names = "--test",
      defaultValue = "1000",
      description = "Digits of mnist:validation to answer, 1 to 10000. Default: ${DEFAULT-VALUE}")
  private int test;

  @Option(
      names = "--features",
      paramLabel = "F",
      defaultValue = RecognizerTrainer.DEFAULT_FEATURES,
      description = "What describes a digit. Default: ${DEFAULT-VALUE}")
  private String features;

  @Option(
      names = "--only",
      paramLabel = "TASK",
      split = ",",
      defaultValue = "svm,knn,mlp",
      description = "Which comparisons. Default: ${DEFAULT-VALUE}")
  private List<TaskName> only;

  @Option(names = "--c", defaultValue = "10", description = "C. Default: ${DEFAULT-VALUE}")
  private double c;

  @Option(
      names = "--gamma",
      defaultValue = "0.135",
      description = "Gamma of the RBF kernel. Default: ${DEFAULT-VALUE}")
  private double gamma;

  @Option(
      names = "--k",
      defaultValue = "3",
      description = "Neighbours that vote. Default: ${DEFAULT-VALUE}")
  private int k;

  @Option(
      names = "--hidden",
      defaultValue = "256",
      description = "Hidden units of the MLP. Default: ${DEFAULT-VALUE}")
  private int hidden;

  @Mixin private EffortOptions effort;
  @Mixin private ReportOptions reports;

  SideBySideCommand(Console console) {
    this.console = console;
  }

  /** Names as they are typed. */
  enum TaskName {
    svm,
    knn,
    mlp
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--train", train, MnistMatrices.LEAST, MnistMatrices.FIT);
    SettingRange.require("--test", test, 1, MnistMatrices.VALIDATION);
    List<Task> tasks = tasks();
    Effort wanted = effort.effort();
    reports.check();

    console.say("Preparing digits");
    MnistMatrices digits = MnistMatrices.of(features, train, test, console.stages());
    Race race = new Race(digits.training(), digits.questions(), wanted);
    Comparison comparison = new Comparison(digits.training(), digits.questions());
    for (Task task : tasks) {
      console.say(task.description());
      List<Outcome> outcomes = new ArrayList<>();
      for (Rival<?> rival : task.rivals()) {
        console.say("  " + rival.library());
        outcomes.add(race.run(rival));
      }
      comparison.add(task, outcomes);
    }
    reports.write(comparison.report(), console);
    return 0;
  }

  private List<Task> tasks() {
    SvmTask svm = new SvmTask(c, gamma);
    MlpTask mlp = new MlpTask(hidden, 128, 0.05);
    SettingRange.require("--k", k, 1, 1000);
    return only.stream()
        .map(
            name ->
                switch (name) {
                  case svm -> new Task("svm", svm.toString(), Rivals.svm(svm));
                  case knn ->
                      new Task("knn", "k-NN, exact, k = %d, Euclidean".formatted(k), Rivals.knn(k));
                  case mlp -> new Task("mlp", mlp.toString(), Rivals.mlp(mlp));
                })
        .toList();
  }
}
