package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.JsonReport;
import io.github.inkling.evaluation.PredictionsCsv;
import io.github.inkling.evaluation.TextReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a model. */
@Command(name = "evaluate", description = "Measure how well a model reads labelled digits.")
final class EvaluateCommand implements Callable<Integer> {
  private static final String NOTE =
      """
      The model was trained, or its weights or threshold were fitted, on digits among
      these: the figures flatter it.
      """;

  private final Terminal terminal;

  @Mixin private ModelOption model;

  @Mixin private AcceptedErrorOption acceptedError;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = "mnist:test",
      converter = SpecConverters.Data.class,
      description = {"The digits to measure on; see inkling --help.", "Default: ${DEFAULT-VALUE}"})
  private DataSpec data;

  @Mixin private JsonOption json;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = {
        "Write every answer as CSV: truth, label, the ten",
        "probabilities, why it was rejected, and the",
        "probability that it is a digit at all."
      })
  private Path predictions;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> inputs = new ArrayList<>(data.files());
    inputs.addAll(model.files());
    OutputFile.check(Arrays.asList(json.file(), predictions), inputs);
    DigitRecognizer recognizer = acceptedError.applyTo(model.load(), model);
    LabeledDigits digits;
    EvaluationReport report;
    try (StageProgress progress = StageProgress.on(terminal)) {
      digits = data.read(progress);
      report = EvaluationReport.of(recognizer, digits, progress);
    }
    json.write(json(recognizer, report));
    if (predictions != null) {
      writePredictions(report.answers());
    }
    terminal.out().print(text(report, terminal));
    if (SeenDigits.knows(recognizer, digits)) {
      terminal.out().print(NOTE);
    }
    return 0;
  }

  static String text(EvaluationReport report, Terminal terminal) {
    TextReport renderer = terminal.colours() ? TextReport.ansi() : TextReport.plain();
    return renderer.render(report);
  }

  /** The report, and of the model what makes its figures comparable. */
  static ObjectNode json(DigitRecognizer recognizer, EvaluationReport report) {
    return JsonReport.tree(report)
        .put("trainSeconds", recognizer.provenance().trainSeconds())
        .put("trainData", recognizer.provenance().data())
        .put("features", recognizer.features().spec())
        .put("classifier", recognizer.provenance().trainer())
        .put("seed", recognizer.provenance().seed());
  }

  private void writePredictions(Answers answers) throws IOException {
    AtomicFile.write(
        predictions,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          PredictionsCsv.write(answers, writer);
          writer.flush();
        });
  }
}
