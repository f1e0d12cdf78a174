package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what a model is. */
@Command(name = "info", description = "Tell what a model is and where it comes from.")
final class InfoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ModelOption model;
  @Mixin private JsonOption json;

  InfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.check(Collections.singletonList(json.file()), model.files());
    DigitRecognizer recognizer = model.load();
    ModelCard card =
        ModelOption.isPretrained(model.file())
            ? ModelCard.ofPretrained(recognizer)
            : ModelCard.of(model.file(), recognizer);
    json.write(card.json());
    terminal.out().print(card.text());
    return 0;
  }
}
