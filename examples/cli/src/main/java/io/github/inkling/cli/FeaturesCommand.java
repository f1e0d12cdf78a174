package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.recognizer.Preparation.Prepared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands the feature matrix to other tools. */
@Command(name = "features", description = "Save the features of a data set for NumPy.")
final class FeaturesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private PreparationOptions preparation;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = SpecConverters.Data.class,
      description = "The digits; see inkling --help.")
  private DataSpec data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.npy",
      description = "The features: float32, a row per digit.")
  private Path out;

  @Option(
      names = "--labels",
      paramLabel = "FILE.npy",
      description = "The labels: int32, in the same order.")
  private Path labels;

  FeaturesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.check(Arrays.asList(out, labels), data.files());
    LabeledDigits digits;
    Prepared prepared;
    try (StageProgress progress = StageProgress.on(terminal)) {
      digits = data.read(progress);
      prepared = preparation.preparation().prepare(digits.images(), progress);
    }
    FeatureMatrix matrix = prepared.features();
    NpyFile.write(out, matrix);
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s, float32, %d x %d, computed in %.2f s%n",
            out,
            matrix.rows(),
            matrix.columns(),
            prepared.seconds());
    if (labels != null) {
      NpyFile.write(labels, digits.labels());
      terminal.out().printf(Locale.ROOT, "%s, int32, %d%n", labels, digits.size());
    }
    return 0;
  }
}
