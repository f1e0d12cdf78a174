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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a model. */
@Command(name = "evaluate", description = "Measure how well a model reads labelled digits.")
final class EvaluateCommand implements Callable<Integer> {
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

  @Option(
      names = "--html",
      paramLabel = "DIR",
      description = {
        "Write a report to look at, too, as index.html in DIR:",
        "also how it reads corrupted digits, how long one",
        "digit takes, and the digits that it gets wrong."
      })
  private Path html;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = {
        "A second model to compare with: what one gets right",
        "and the other wrong, and whether that is chance."
      })
  private Path against;

  @Spec private CommandSpec spec;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> inputs = new ArrayList<>(data.files());
    inputs.addAll(model.files());
    Path page = html == null ? null : html.resolve(ReportPage.NAME);
    if (against != null) {
      inputs.addAll(ModelOption.files(List.of(against)));
    }
    if (html != null) {
      OutputFile.makeFolder(html);
    }
    OutputFile.check(Arrays.asList(json.file(), predictions, page), inputs);
    DigitRecognizer recognizer = acceptedError.applyTo(model.load(), model);
    DigitRecognizer rival = against == null ? null : ModelOption.load(against);
    LabeledDigits digits;
    EvaluationReport report;
    ModelComparison comparison = null;
    try (StageProgress progress = StageProgress.on(terminal)) {
      digits = data.read(progress);
      ModelPage modelPage = page == null ? null : new ModelPage(digits, progress);
      report = measure(model.file(), recognizer, digits, modelPage, progress);
      if (rival != null) {
        comparison =
            new ModelComparison(
                model.file().toString(),
                report,
                against.toString(),
                measure(against, rival, digits, modelPage, progress));
      }
      if (modelPage != null) {
        modelPage.write(page, spec.commandLine());
      }
    }
    ObjectNode tree = json(recognizer, report);
    if (comparison != null) {
      comparison.describe(tree);
    }
    json.write(tree);
    if (predictions != null) {
      writePredictions(report.answers());
    }
    terminal.out().print(text(report, terminal));
    if (comparison != null) {
      terminal.out().print(comparison.text());
    }
    if (page != null) {
      terminal.out().printf("%nThe whole report: %s%n", page);
    }
    warn(model.file(), recognizer, digits);
    if (rival != null) {
      warn(against, rival, digits);
    }
    return 0;
  }

  /** Measures for the page, too, if there is one. */
  private static EvaluationReport measure(
      Path name,
      DigitRecognizer recognizer,
      LabeledDigits digits,
      ModelPage page,
      StageProgress progress)
      throws IOException {
    return page == null
        ? EvaluationReport.of(recognizer, digits, progress)
        : page.add(name.toString(), recognizer);
  }

  private void warn(Path name, DigitRecognizer recognizer, LabeledDigits digits) {
    if (SeenDigits.knows(recognizer, digits)) {
      terminal.out().println(name + ": " + SeenDigits.NOTE);
    }
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
