package io.github.inkling.cli;

import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.evaluation.search.Pipeline;
import java.util.ArrayList;
import java.util.List;

/** The command that trains a pipeline, for a shell; what is the default is left out. */
record TrainLine(DataSpec data, long seed) {
  private static final String OUT = "tuned.inkling";
  private static final String BREAK = " \\\n  ";

  /** On one line. */
  String of(Pipeline pipeline) {
    return String.join(" ", words(pipeline));
  }

  /** On as many lines as it takes to fit a terminal, as far as its words do. */
  String wrapped(Pipeline pipeline) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : words(pipeline)) {
      boolean first = lines.isEmpty();
      if (!first && column + 1 + word.length() + 2 > Terminal.COLUMNS) {
        lines.append(BREAK).append(word);
        column = 2 + word.length();
      } else {
        lines.append(first ? "" : " ").append(word);
        column += (first ? 0 : 1) + word.length();
      }
    }
    return lines.toString();
  }

  /** Each option with its value. */
  private List<String> words(Pipeline pipeline) {
    List<String> words = new ArrayList<>(List.of("./inkling train"));
    words.add("--classifier " + quoted(pipeline.classifier()));
    if (!pipeline.features().equals(RecognizerTrainer.DEFAULT_FEATURES)) {
      words.add("--features " + quoted(pipeline.features()));
    }
    if (!pipeline.preprocessing().isBlank()) {
      words.add("--preprocessing " + quoted(pipeline.preprocessing()));
    }
    words.add("--data " + quoted(data.toString()));
    if (seed != RecognizerTrainer.DEFAULT_SEED) {
      words.add("--seed " + seed);
    }
    words.add("--out " + OUT);
    return words;
  }

  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
