package io.github.inkling.benchmark;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.benchmark.rival.SvmTask;
import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.SettingRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Inkling's side of the comparison with scikit-learn; {@code sklearn/compare} runs both sides. */
@Command(
    name = "against-sklearn",
    description = {
      "Inkling on the matrices that scikit-learn had, beside the figures that",
      "examples/benchmark/sklearn/compare.py wrote."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SklearnCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--sklearn",
      required = true,
      paramLabel = "FILE.json",
      description = "What compare.py wrote; it also names the files of the matrices.")
  private Path sklearn;

  @Option(
      names = "--mlp",
      paramLabel = "C",
      description = {
        "Inkling's perceptron, without its epochs. Default: mlp with as many hidden units",
        "as scikit-learn's"
      })
  private String mlp;

  @Option(
      names = "--most-epochs",
      defaultValue = "30",
      description = "After so many the MLP gives up, 1 to 1000. Default: ${DEFAULT-VALUE}")
  private int mostEpochs;

  @Mixin private EffortOptions effort;
  @Mixin private ReportOptions reports;

  SklearnCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--most-epochs", mostEpochs, 1, 1000);
    if (mlp != null) {
      Classifiers.trainer(SklearnMlp.spec(mlp, 1));
    }
    Effort wanted = effort.effort();
    reports.check();
    JsonNode theirs = read(sklearn);
    JsonNode settings = theirs.path("settings");
    LabeledMatrix training = matrix(settings, "train");
    LabeledMatrix questions = matrix(settings, "test");
    SklearnComparison comparison =
        new SklearnComparison(theirs, training, questions, wanted, console);
    if (theirs.has("svm")) {
      comparison.svm(new SvmTask(settings.path("c").asDouble(), settings.path("gamma").asDouble()));
    }
    if (theirs.has("knn")) {
      comparison.knn(
          settings.path("k").asInt(),
          NpyFile.integers(sklearn.resolveSibling(theirs.path("knn").path("neighbors").asText())));
    }
    if (theirs.has("mlp")) {
      String own = mlp != null ? mlp : "mlp:hidden=" + settings.path("hidden").asInt();
      Classifiers.trainer(SklearnMlp.spec(own, 1));
      comparison.mlp(new SklearnMlp(own, mostEpochs, settings.path("target").asDouble()));
    }
    reports.write(comparison.report(), console);
    return 0;
  }

  private static JsonNode read(Path file) throws IOException {
    try (InputStream in = InputFile.openRegular(file, "what compare.py wrote")) {
      return new ObjectMapper().readTree(in);
    } catch (JacksonException e) {
      throw new MalformedFileException(file, "is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private LabeledMatrix matrix(JsonNode settings, String name) throws IOException {
    String features = settings.path(name).asText();
    String labels = settings.path(name + "Labels").asText();
    if (features.isEmpty() || labels.isEmpty()) {
      throw new MalformedFileException(
          sklearn, "has no settings.%s and settings.%sLabels".formatted(name, name));
    }
    return new LabeledMatrix(
        features, NpyFile.matrix(Path.of(features)), NpyFile.labels(Path.of(labels)));
  }
}
