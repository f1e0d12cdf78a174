package io.github.inkling.cli;

import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.evaluation.experiment.CsvLeaderboard;
import io.github.inkling.evaluation.experiment.Experiment;
import io.github.inkling.evaluation.experiment.JsonLeaderboard;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.MarkdownLeaderboard;
import io.github.inkling.evaluation.experiment.Protocol;
import io.github.inkling.evaluation.experiment.TextLeaderboard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares features and classifiers. */
@Command(
    name = "benchmark",
    description = {
      "Compare features and classifiers: train and measure every combination, and write a report.",
      "What is finished is kept: a benchmark that was stopped goes on where it was."
    })
final class BenchmarkCommand implements Callable<Integer> {
  private static final String CELLS = "cells";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = {
        "The same as YAML: names of options with values.",
        "What an option says goes before the file."
      })
  private Path file;

  @Mixin private BenchmarkOptions options;

  BenchmarkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (file != null) {
      readFile();
    }
    Protocol protocol = protocol();
    for (DataSpec test : options.tests()) {
      if (SeenDigits.overlap(options.data().toString(), test.toString())) {
        throw new IllegalArgumentException(
            "%s has digits of %s, which is trained on; test on others, such as mnist:test"
                .formatted(test, options.data()));
      }
    }
    Path out = options.out();
    List<Path> outputs =
        List.of(ReportPage.NAME, "leaderboard.csv", "leaderboard.json", "leaderboard.md").stream()
            .map(out::resolve)
            .toList();
    OutputFile.makeFolder(out);
    OutputFile.check(outputs, inputs());
    Leaderboard leaderboard;
    LabeledDigits training;
    List<LabeledDigits> tests = new ArrayList<>();
    try (StageProgress progress = StageProgress.on(terminal)) {
      training = options.data().read(progress);
      for (DataSpec test : options.tests()) {
        tests.add(test.read(progress));
      }
    }
    Experiment experiment =
        Experiment.on(training, tests)
            .preprocessing(options.preprocessing())
            .features(options.features())
            .classifiers(options.classifiers())
            .protocol(protocol)
            .keepIn(out.resolve(CELLS));
    try (BenchmarkProgress progress = new BenchmarkProgress(terminal)) {
      leaderboard = experiment.run(progress);
    }
    write(out, leaderboard);
    new ReportPage(leaderboard, tests.get(0), cell -> Optional.of(training), List.of())
        .write(
            out.resolve(ReportPage.NAME),
            "Features and classifiers on " + training.name(),
            leaderboard.ranked().stream().limit(1).toList(),
            spec.commandLine());
    terminal.out().print(TextLeaderboard.render(leaderboard));
    terminal.out().printf("%nThe whole report: %s%n", out.resolve(ReportPage.NAME));
    return leaderboard.failures().isEmpty()
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private Protocol protocol() {
    try {
      return options.protocol();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Takes from the file what the command line does not say. */
  private void readFile() throws IOException {
    Set<String> given = new HashSet<>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      given.add(option.longestName().replaceFirst("^--", ""));
    }
    CommandSpec known = CommandSpec.forAnnotatedObject(options);
    List<String> arguments = new ExperimentFile(file, known).arguments(given);
    try {
      // Into the same options: those that the command line has already are not among them.
      new CommandLine(known).setExpandAtFiles(false).parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage(), e);
    }
  }

  private List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(options.data().files());
    options.tests().forEach(test -> inputs.addAll(test.files()));
    if (file != null) {
      inputs.add(file);
    }
    return inputs;
  }

  private static void write(Path out, Leaderboard leaderboard) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("leaderboard.json", JsonLeaderboard.render(leaderboard));
    texts.put("leaderboard.csv", CsvLeaderboard.render(leaderboard));
    texts.put("leaderboard.md", MarkdownLeaderboard.render(leaderboard));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(out.resolve(text.getKey()), stream -> stream.write(bytes));
    }
  }
}
