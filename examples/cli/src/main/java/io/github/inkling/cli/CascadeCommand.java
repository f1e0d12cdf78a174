package io.github.inkling.cli;

import io.github.inkling.classifiers.ensemble.Cascade;
import io.github.inkling.classifiers.ensemble.FittedCascade;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a cascade of two trained models. */
@Command(
    name = "cascade",
    description = {
      "Put a cheap model before a strong one, in one file: the cheap one answers where",
      "it is sure, the strong one answers the rest.",
      "How sure it must be is chosen on digits that neither has seen."
    })
final class CascadeCommand implements Callable<Integer> {
  private static final String THRESHOLD = "threshold";
  private static final String NOTE =
      """
      The threshold was chosen on these digits, which flatters the last line a
      little; measure it on others with inkling evaluate.
      """;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--cheap",
      required = true,
      paramLabel = "FILE",
      description = "The trained model that is asked first; pretrained comes along.")
  private Path cheap;

  @Option(
      names = "--strong",
      required = true,
      paramLabel = "FILE",
      description = "The trained model that is asked where the first is not sure.")
  private Path strong;

  @ArgGroup(multiplicity = "1")
  private ThresholdOptions from;

  @Option(
      names = "--more-errors",
      paramLabel = "N",
      description = {
        "With --data, by how many the cascade's errors on these digits may exceed the",
        "strong model's. Default: 0"
      })
  private Integer moreErrors;

  @Mixin private ModelOutput output;

  CascadeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Where the threshold comes from: one of the two must be given. */
  static final class ThresholdOptions {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "SPEC",
        converter = SpecConverters.Data.class,
        description = {
          "Digits to choose the threshold on, such as mnist:validation for models that",
          "were trained on mnist:fit; see inkling --help."
        })
    private DataSpec data;

    @Option(
        names = "--threshold",
        required = true,
        paramLabel = "P",
        description = "In place of --data, the threshold itself, 0 to 1.")
    private Double threshold;
  }

  @Override
  public Integer call() throws IOException {
    checkUsage();
    List<Path> inputs = new ArrayList<>(ModelOption.files(List.of(cheap, strong)));
    if (from.data != null) {
      inputs.addAll(from.data.files());
    }
    output.check(inputs);
    DigitRecognizer first = ModelOption.load(cheap);
    DigitRecognizer second = ModelOption.load(strong);
    Cascade cascade = Cascade.of(first, second);
    if (from.data == null) {
      output.save(
          cascade.withThreshold(from.threshold),
          result -> result.put(THRESHOLD, from.threshold),
          terminal);
    } else {
      SeenDigits.refuse(cheap, first, from.data);
      SeenDigits.refuse(strong, second, from.data);
      choose(moreErrors == null ? cascade : cascade.moreErrors(moreErrors));
    }
    return 0;
  }

  private void checkUsage() throws IOException {
    if (ModelOption.identity(cheap).equals(ModelOption.identity(strong))) {
      throw new ParameterException(
          spec.commandLine(), cheap + " is given twice; a cascade needs two models");
    }
    if (moreErrors != null && from.threshold != null) {
      throw new ParameterException(
          spec.commandLine(), "--more-errors is for --data; --threshold leaves nothing to choose");
    }
    if (moreErrors != null && moreErrors < 0) {
      throw new ParameterException(
          spec.commandLine(), "--more-errors must be at least 0, not " + moreErrors);
    }
    if (from.threshold != null && !(from.threshold >= 0 && from.threshold <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--threshold must be in 0..1, not " + from.threshold);
    }
  }

  private void choose(Cascade cascade) throws IOException {
    FittedCascade fitted;
    ComparisonTable table;
    try (StageProgress progress = StageProgress.on(terminal)) {
      LabeledDigits digits = from.data.read(progress);
      fitted = cascade.progress(progress).fit(digits);
      table = new ComparisonTable(digits, "answers", NOTE);
    }
    double passedOn = fitted.passedOnShare();
    table.add(cheap.toString(), fitted.cheap(), percent(1 - passedOn));
    table.add(strong.toString(), fitted.strong(), percent(passedOn));
    table.add(output.file().toString(), fitted.together(), "");
    output.save(
        fitted.recognizer(),
        result -> result.put(THRESHOLD, fitted.threshold()).put("passedOn", fitted.passedOn()),
        table,
        terminal);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
