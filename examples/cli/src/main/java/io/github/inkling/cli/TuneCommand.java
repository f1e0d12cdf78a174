package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.NestedSubsets;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.search.Pipeline;
import io.github.inkling.evaluation.search.SearchSpace;
import io.github.inkling.evaluation.search.SearchStrategy;
import io.github.inkling.evaluation.search.TunedSetting;
import io.github.inkling.evaluation.search.Tuning;
import io.github.inkling.evaluation.search.TuningResult;
import io.github.inkling.evaluation.search.Validation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds settings. */
@Command(
    name = "tune",
    description = {
      "Find good settings: try some, and judge them on training digits that they were",
      "not trained on. Nothing is saved; the last lines train a model with the best."
    })
final class TuneCommand implements Callable<Integer> {
  private static final String TEST_SET = "mnist:test";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--over",
      required = true,
      paramLabel = "S",
      converter = SpecConverters.Tuned.class,
      description = {
        "A setting and what to try; give each with --over.",
        "c=1/3/10 is a list, gamma=0.01..1 a range, drawn by",
        "orders of magnitude; 0..0.5,linear is drawn evenly,",
        "1..9 without fractions. Values that are lists have |",
        "between them: hidden=256|512/256. A setting is the",
        "classifier's, or named preprocessing.KEY,",
        "features.KEY, or, where several are joined,",
        "features.NAME.KEY."
      })
  private List<TunedSetting> settings;

  @Option(
      names = "--classifier",
      paramLabel = "C",
      defaultValue = RecognizerTrainer.DEFAULT_CLASSIFIER,
      converter = SpecConverters.ClassifierName.class,
      description = {
        "What tells digits apart, with the settings that stay; see inkling --help.",
        "Default: ${DEFAULT-VALUE}"
      })
  private String classifier;

  @Option(
      names = "--features",
      paramLabel = "F",
      defaultValue = RecognizerTrainer.DEFAULT_FEATURES,
      converter = SpecConverters.FeaturesName.class,
      description = {
        "What describes a digit; see inkling train --help.",
        "Default: ${DEFAULT-VALUE}"
      })
  private String features;

  @Option(
      names = "--preprocessing",
      paramLabel = "P",
      defaultValue = "",
      converter = SpecConverters.PreprocessingName.class,
      description = {"How pictures are normalised.", "Default: as suits most pictures"})
  private String preprocessing;

  @Mixin private SearchOptions search;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = "mnist:train",
      converter = SpecConverters.Data.class,
      description = {
        "Training digits, no test set; see inkling --help.",
        "Default: ${DEFAULT-VALUE}"
      })
  private DataSpec data;

  @Option(
      names = "--digits",
      paramLabel = "N",
      description = {"Take so many of the digits, the same share of each class.", "Default: all"})
  private Integer digits;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + RecognizerTrainer.DEFAULT_SEED,
      description = {
        "Decides every random choice; the same seed gives the same result.",
        "Default: ${DEFAULT-VALUE}"
      })
  private long seed;

  @Mixin private JsonOption json;

  TuneCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Pipeline pipeline = new Pipeline(preprocessing, features, classifier);
    SearchSpace space;
    SearchStrategy strategy;
    Validation validation;
    try {
      space = SearchSpace.of(settings);
      strategy = search.strategy(space, seed);
      validation = search.validation(seed);
      Tuning.check(pipeline, space, strategy);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    if (data.toString().equals(TEST_SET)) {
      throw new ParameterException(
          spec.commandLine(),
          "mnist:test is there to measure what was chosen, not to choose by; tune on mnist:train");
    }
    OutputFile.check(Arrays.asList(json.file()), data.files());
    LabeledDigits training;
    TuningResult result;
    try (StageProgress progress = StageProgress.on(terminal)) {
      training = part(data.read(progress));
      result =
          new Tuning(DigitRecognizer.trainer().seed(seed), pipeline, training, validation)
              .search(space, strategy, progress);
    }
    TrainLine line = new TrainLine(data, seed);
    TuningTable table = new TuningTable(training, result, validation, line);
    json.write(table.json());
    terminal.out().print(table.text());
    if (result.best().isEmpty()) {
      throw new IllegalStateException("every trial failed; the table says why");
    }
    return 0;
  }

  private LabeledDigits part(LabeledDigits all) {
    return digits == null ? all : all.select(NestedSubsets.of(all.labels(), seed).first(digits));
  }
}
