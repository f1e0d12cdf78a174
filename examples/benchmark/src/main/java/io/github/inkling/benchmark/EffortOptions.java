package io.github.inkling.benchmark;

import picocli.CommandLine.Option;

/** The options that say how much is done for a figure. */
final class EffortOptions {
  @Option(
      names = "--repetitions",
      defaultValue = "3",
      description = "Repetitions of which the median is taken. Default: ${DEFAULT-VALUE}")
  private int repetitions;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = {
        "After so long nothing is repeated, and what is slower answers fewer digits.",
        "Default: ${DEFAULT-VALUE}"
      })
  private double budget;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = {
        "Trainings and answers of a few digits beforehand, and answers before they are timed.",
        "Default: ${DEFAULT-VALUE}"
      })
  private double warmUp;

  Effort effort() {
    return new Effort(repetitions, budget, warmUp);
  }
}
