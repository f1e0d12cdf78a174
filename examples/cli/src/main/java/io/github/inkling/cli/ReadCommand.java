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
      "Shows line by line what stands there, with ? for a digit that cannot be told."
    })
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "IMAGE",
      description = {
        "Pictures of sheets (PNG, JPEG, BMP, TIFF or WebP), folders of pictures,",
        "and TIFF files of several pages."
      })
  private List<Path> images;

  @Mixin private ModelOption model;
  @Mixin private JsonOption json;

  @Option(
      names = "--annotate",
      paramLabel = "DIR",
      description = {
        "Draw there, over each picture, what was read and how sure that is, and",
        "what was dropped and why."
      })
  private Path annotate;

  @Option(
      names = "--explain",
      paramLabel = "DIR",
      description = "Write there every stage from each picture to its digits.")
  private Path explain;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    OutputFile.check(Collections.singletonList(json.file()), inputs());
    CompletableFuture<DigitRecognizer> loading = model.startLoading();
    PageReader reader = PageReader.waitingFor(loading::join, PageSettings.defaults());
    for (Path folder : new Path[] {annotate, explain}) {
      if (folder != null) {
        OutputFile.makeFolder(folder);
      }
    }
    List<PageResult> results;
    try (StageProgress progress = StageProgress.on(terminal)) {
      PageRun run = new PageRun(reader, new PageDrawings(annotate, explain), progress);
      results = run.read(PageInputs.of(images));
    }
    json.write(describe(results));
    report(results);
    return results.stream().anyMatch(PageResult::failed) ? 1 : 0;
  }

  /** What is read, so that no result replaces it. */
  private List<Path> inputs() {
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

  private ObjectNode describe(List<PageResult> results) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("model", model.file().toString());
    ArrayNode pictures = tree.putArray("images");
    results.forEach(result -> result.describe(pictures.addObject()));
    return tree;
  }

  private void report(List<PageResult> results) {
    for (PageResult result : results) {
      if (!result.failed()) {
        terminal.out().print(result.text(terminal.colours()));
      }
    }
    terminal.out().flush();
    ErrorReporter errors = new ErrorReporter(terminal);
    for (PageResult result : results) {
      if (result.failed()) {
        errors.report(result.error(), Inkling.isVerbose(spec.commandLine()));
      }
    }
  }
}
