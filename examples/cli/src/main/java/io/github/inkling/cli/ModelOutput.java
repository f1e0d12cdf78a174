package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a new model goes, and what is told of it. */
final class ModelOutput {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The model file to write.")
  private Path file;

  @Mixin private JsonOption json;

  Path file() {
    return file;
  }

  /** Where a training keeps how far it has come: beside the model. */
  Path checkpoint() {
    Path name = file.getFileName();
    return file.resolveSibling(name + ".checkpoint");
  }

  /** Checks, before the work begins, that the files can be written and are not read, too. */
  void check(List<Path> inputs) throws IOException {
    check(inputs, null);
  }

  /**
   * Checks the files, as {@link #check(List)} does, and one more.
   *
   * @param checkpoint null if there will be none
   */
  void check(List<Path> inputs, Path checkpoint) throws IOException {
    OutputFile.check(Arrays.asList(file, json.file(), checkpoint), inputs);
  }

  /**
   * Saves a model and tells what it is.
   *
   * @param figures adds to the JSON what only this command knows
   */
  void save(DigitRecognizer recognizer, Consumer<ObjectNode> figures, Terminal terminal)
      throws IOException {
    recognizer.save(file);
    ModelCard card = ModelCard.of(file, recognizer);
    ObjectNode result = card.json();
    figures.accept(result);
    json.write(result);
    terminal.out().print(card.text());
  }

  /**
   * Saves a model that was fitted on some digits, and tells how it does on these.
   *
   * @param figures adds to the JSON what only this command knows
   * @param table compares the model with those it is made of
   */
  void save(
      DigitRecognizer recognizer,
      Consumer<ObjectNode> figures,
      ComparisonTable table,
      Terminal terminal)
      throws IOException {
    save(
        recognizer,
        figures.andThen(result -> table.describe(result.putObject("validation"))),
        terminal);
    terminal.out().println();
    terminal.out().print(table.text());
  }
}
