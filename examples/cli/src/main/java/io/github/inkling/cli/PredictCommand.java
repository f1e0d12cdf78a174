package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads pictures of digits. */
@Command(
    name = "predict",
    description = {
      "Read pictures of single digits.",
      "Shows the digit, its confidence, and the ten probabilities in percent."
    })
final class PredictCommand implements Callable<Integer> {
  /** Below half a percent a probability is shown as a dot, so that the others stand out. */
  private static final double LEAST_SHOWN = 0.005;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private ModelOption model;

  @Mixin private AcceptedErrorOption acceptedError;

  @Parameters(
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "Pictures of one digit each: PNG, JPEG, BMP, TIFF or WebP.")
  private List<Path> images;

  @Mixin private JsonOption json;

  PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> inputs = new ArrayList<>(images);
    inputs.addAll(model.files());
    OutputFile.check(Collections.singletonList(json.file()), inputs);
    DigitRecognizer recognizer = acceptedError.applyTo(model.load(), model);
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("model", model.file().toString());
    ArrayNode pictures = result.putArray("pictures");
    boolean complete = true;
    terminal.out().println(heading());
    for (Path image : images) {
      complete &= read(image, recognizer, pictures.addObject().put("image", image.toString()));
    }
    json.write(result);
    return complete ? 0 : 1;
  }

  /** Answers one picture; one that cannot be read is no reason not to answer the others. */
  private boolean read(Path image, DigitRecognizer recognizer, ObjectNode answer) {
    try {
      Prediction prediction = recognizer.recognize(GrayImage.read(image));
      describe(prediction, answer);
      terminal.out().println(row(prediction, image));
      return true;
    } catch (IOException | RuntimeException e) {
      answer.put("error", ErrorMessage.of(e));
      terminal.out().flush();
      new ErrorReporter(terminal).report(e, Inkling.isVerbose(spec.commandLine()));
      return false;
    }
  }

  private static void describe(Prediction prediction, ObjectNode answer) {
    if (prediction.isDigit()) {
      answer.put("label", prediction.label());
    } else {
      answer.putNull("label");
    }
    answer.put("confidence", prediction.confidence());
    answer.put("digitProbability", prediction.digitProbability());
    ArrayNode probabilities = answer.putArray("probabilities");
    for (double probability : prediction.probabilities()) {
      probabilities.add(probability);
    }
    answer.put("rejection", prediction.rejection().map(Enum::name).orElse(null));
  }

  private static String heading() {
    StringBuilder heading = new StringBuilder("digit  confidence     ");
    for (int digit = 0; digit < Prediction.CLASSES; digit++) {
      heading.append("   ").append(digit);
    }
    return heading.append("  picture").toString();
  }

  private static String row(Prediction prediction, Path image) {
    StringBuilder row = new StringBuilder();
    if (prediction.isDigit()) {
      row.append(
          String.format(
              Locale.ROOT,
              "%3d%11.1f %%      ",
              prediction.label(),
              100 * prediction.confidence()));
    } else {
      row.append("%3s   %-16s".formatted("-", prediction.rejection().orElseThrow()));
    }
    for (double probability : prediction.probabilities()) {
      row.append(
          probability < LEAST_SHOWN
              ? "   ."
              : String.format(Locale.ROOT, "%4.0f", 100 * probability));
    }
    return row.append("  ").append(image).toString();
  }
}
