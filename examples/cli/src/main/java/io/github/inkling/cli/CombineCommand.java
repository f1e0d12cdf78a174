package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.classifiers.ensemble.CombinationMethod;
import io.github.inkling.classifiers.ensemble.Ensemble;
import io.github.inkling.classifiers.ensemble.EnsembleClassifier;
import io.github.inkling.classifiers.ensemble.FittedEnsemble;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes an ensemble of trained models. */
@Command(
    name = "combine",
    description = {
      "Combine trained models into one, which mostly is better than each, in one file.",
      "Weights are fitted on digits that no model has seen; without any, models count",
      "the same."
    })
final class CombineCommand implements Callable<Integer> {
  private static final String NOTE =
      """
      The weights were fitted on these digits, which flatters the last line a little;
      measure it on others with inkling evaluate.
      """;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = {
        "A trained model, or pretrained, which comes along; give two or more, each with",
        "--model."
      })
  private List<Path> models;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = SpecConverters.Data.class,
      description = {
        "Digits to fit the weights on, such as mnist:validation for models that were",
        "trained on mnist:fit; see inkling --help."
      })
  private DataSpec data;

  @Option(
      names = "--weights-of",
      paramLabel = "FILE",
      description = {
        "In place of --data, an ensemble to take method and weights of, whose models",
        "were trained in the same way on fewer digits."
      })
  private Path weightsOf;

  @Option(
      names = "--method",
      paramLabel = "M",
      converter = SpecConverters.Method.class,
      description = {
        "How answers are combined: pool (product of powers of the probabilities),",
        "average (their weighted mean) or stack (logistic regression on them).",
        "Default: pool"
      })
  private CombinationMethod method;

  @Mixin private ModelOutput output;

  CombineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    checkUsage();
    List<Path> inputs = new ArrayList<>(ModelOption.files(models));
    if (data != null) {
      inputs.addAll(data.files());
    }
    if (weightsOf != null) {
      inputs.addAll(ModelOption.files(List.of(weightsOf)));
    }
    output.check(inputs);
    List<DigitRecognizer> members = new ArrayList<>();
    for (Path model : models) {
      members.add(ModelOption.load(model));
    }
    Ensemble ensemble = Ensemble.of(members).method(method());
    if (data == null) {
      DigitRecognizer recognizer =
          weightsOf == null
              ? ensemble.withEqualWeights()
              : ensemble.withWeightsOf(ModelOption.load(weightsOf));
      output.save(recognizer, figures(recognizer), terminal);
    } else {
      fit(ensemble, members);
    }
    return 0;
  }

  private void checkUsage() throws IOException {
    if (models.size() < 2) {
      throw new ParameterException(
          spec.commandLine(), "an ensemble needs two models or more; give each with --model");
    }
    if (data != null && weightsOf != null) {
      throw new ParameterException(
          spec.commandLine(), "--data and --weights-of both tell the weights; give one of them");
    }
    if (method != null && weightsOf != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--weights-of takes the method of the other ensemble, too; leave --method out");
    }
    Set<Path> distinct = new HashSet<>();
    for (Path model : models) {
      if (!distinct.add(ModelOption.identity(model))) {
        throw new ParameterException(
            spec.commandLine(), model + " is given twice; one model adds nothing to itself");
      }
    }
  }

  private CombinationMethod method() {
    return method == null ? CombinationMethod.POOL : method;
  }

  private void fit(Ensemble ensemble, List<DigitRecognizer> members) throws IOException {
    for (int m = 0; m < members.size(); m++) {
      SeenDigits.refuse(models.get(m), members.get(m), data);
    }
    FittedEnsemble fitted;
    ComparisonTable table;
    try (StageProgress progress = StageProgress.on(terminal)) {
      LabeledDigits digits = data.read(progress);
      fitted = ensemble.progress(progress).fit(digits);
      table = new ComparisonTable(digits, "weight", NOTE);
    }
    List<Double> weights = weights(fitted.recognizer());
    for (int m = 0; m < members.size(); m++) {
      table.add(
          models.get(m).toString(),
          fitted.members().get(m),
          String.format(Locale.ROOT, "%.3f", weights.get(m)));
    }
    table.add(output.file() + " (" + method().text() + ")", fitted.together(), "");
    output.save(fitted.recognizer(), figures(fitted.recognizer()), table, terminal);
  }

  private static Consumer<ObjectNode> figures(DigitRecognizer recognizer) {
    return result -> {
      ArrayNode weights = result.putArray("weights");
      weights(recognizer).forEach(weights::add);
    };
  }

  private static List<Double> weights(DigitRecognizer recognizer) {
    return ((EnsembleClassifier) recognizer.classifier()).weights();
  }
}
