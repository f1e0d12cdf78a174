package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.core.page.PageSettings;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads photographed sheets. */
@Command(
    name = "read",
    description = {
      "Read photographs or scans of whole sheets with lines of digits.",
      "Shows line by line what stands there, with ? for a digit that cannot be told.",
      "A page without digits is no error. A picture that cannot be read does not stop",
      "the rest; the exit code is 1 then."
    })
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "IMAGE",
      description = {
        "Pictures of sheets (PNG, JPEG, BMP, TIFF or WebP),",
        "folders of pictures, and TIFF files of several pages.",
        "What is no picture, neither by its extension nor by",
        "its content, and folders without pictures are passed",
        "over if others are named, as by FOLDER/*."
      })
  private List<Path> images;

  @Mixin private ModelOption model;
  @Mixin private AcceptedErrorOption acceptedError;
  @Mixin private JsonOption json;

  @Option(
      names = "--annotate",
      paramLabel = "DIR",
      description = {
        "Draw there, over each picture, what was read and how",
        "sure that is, and what was dropped and why."
      })
  private Path annotate;

  @Option(
      names = "--explain",
      paramLabel = "DIR",
      description = {
        "Write there every stage from each picture to its",
        "digits, in a folder per page: grey, sheet,",
        "background, ink, binary, components, cuts,",
        "normalised digits."
      })
  private Path explain;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    OutputFile.check(Collections.singletonList(json.file()), files());
    CompletableFuture<DigitRecognizer> loading =
        model.startLoading().thenApply(loaded -> acceptedError.applyTo(loaded, model));
    PageReader reader = PageReader.waitingFor(loading::join, PageSettings.defaults());
    for (Path folder : new Path[] {annotate, explain}) {
      if (folder != null) {
        OutputFile.makeFolder(folder);
      }
    }
    PageInputs inputs = PageInputs.of(images);
    PageDrawings drawings = new PageDrawings(annotate, explain);
    List<Path> outputs = new ArrayList<>(drawings.files(inputs.pages()));
    outputs.add(json.file());
    OutputFile.check(outputs, files());
    List<PageResult> results;
    try (StageProgress progress = StageProgress.on(terminal)) {
      results = new PageRun(reader, drawings, progress).read(inputs.pages());
    }
    json.write(describe(results, inputs.passedOver()));
    report(results, inputs.passedOver());
    return results.stream().anyMatch(PageResult::failed) ? 1 : 0;
  }

  /** What is read, so that no result replaces it. */
  private List<Path> files() {
    List<Path> inputs = new ArrayList<>(model.files());
    for (Path image : images) {
      inputs.add(image);
      inputs.addAll(within(image));
    }
    return inputs;
  }

  private static List<Path> within(Path image) {
    try {
      return PageInputs.files(image);
    } catch (IOException e) {
      // That is told when the picture's turn comes.
      return List.of();
    }
  }

  private ObjectNode describe(List<PageResult> results, List<Path> passedOver) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("model", model.file().toString());
    ArrayNode pictures = tree.putArray("images");
    results.forEach(result -> result.describe(pictures.addObject()));
    ArrayNode others = tree.putArray("passedOver");
    passedOver.forEach(file -> others.add(file.toString()));
    return tree;
  }

  private void report(List<PageResult> results, List<Path> passedOver) {
    List<PageResult> failed = results.stream().filter(PageResult::failed).toList();
    for (PageResult result : results) {
      if (!result.failed()) {
        terminal.out().print(result.text(terminal.colours()));
      }
    }
    terminal.out().flush();
    ErrorReporter errors = new ErrorReporter(terminal);
    for (PageResult result : failed) {
      errors.report(result.error(), Inkling.isVerbose(spec.commandLine()));
    }
    passedOver.forEach(
        file -> terminal.err().println(file + ": is no picture and has none; passed over"));
    if (results.size() > 1 && !failed.isEmpty()) {
      terminal
          .err()
          .println(
              "%d of %d pages are read, %d could not be"
                  .formatted(results.size() - failed.size(), results.size(), failed.size()));
    }
  }
}
