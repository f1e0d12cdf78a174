package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.writers.StandIn;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How recognizers fare with digits that look like those of other collections. */
@Command(
    name = "writers",
    description = "Errors on stand-ins for other writers, pens and scanners.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WritersCommand implements Callable<Integer> {
  private static final String VALIDATION = "mnist:validation";
  private static final String TEST = "mnist:test";

  private final Console console;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      defaultValue = SavedModel.PRETRAINED,
      description = {
        "A model to measure; may be given several times.",
        "Default: the one that comes along, ${DEFAULT-VALUE}"
      })
  private List<Path> models;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = VALIDATION,
      description = {
        "The digits that stand-ins are made of: " + VALIDATION + " to choose by, or " + TEST,
        "to report. Default: ${DEFAULT-VALUE}"
      })
  private String data;

  @Option(
      names = "--test",
      defaultValue = "10000",
      description = "How many of them, 1 to 10000. Default: ${DEFAULT-VALUE}")
  private int test;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides what is random in the stand-ins. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--answer-all",
      description = {
        "Have whatever has ink answered, to see what is misread and not what is rejected, too."
      })
  private boolean answerAll;

  @Mixin private ReportOptions reports;

  WritersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--test", test, 1, MnistMatrices.VALIDATION);
    reports.check();
    List<DigitRecognizer> recognizers = new ArrayList<>();
    for (Path model : models) {
      DigitRecognizer recognizer = SavedModel.load(model);
      recognizers.add(answerAll ? recognizer.answeringAll() : recognizer);
    }
    LabeledDigits digits = digits().first(test);
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("data", data).put("digits", digits.size()).put("seed", seed);
    List<List<String>> rows = new ArrayList<>();
    for (StandIn standIn : StandIn.values()) {
      console.say("Drawing " + standIn);
      LabeledDigits drawn = standIn.of(digits, seed);
      ObjectNode errors = json.withObject("/errors").putObject(standIn.toString());
      List<String> row = new ArrayList<>(List.of(standIn + ": " + standIn.description()));
      for (int m = 0; m < recognizers.size(); m++) {
        int wrong = errors(recognizers.get(m), drawn);
        errors.put(models.get(m).toString(), wrong);
        row.add(String.format(Locale.ROOT, "%.2f %%", 100.0 * wrong / drawn.size()));
      }
      rows.add(row);
    }
    List<String> header =
        Stream.concat(
                Stream.of("stand-in"), models.stream().map(model -> model.getFileName().toString()))
            .toList();
    String title = "Errors on stand-ins, made of %,d digits of %s".formatted(digits.size(), data);
    Report.Section section = new Report.Section("", new Table(header, rows), List.of());
    reports.write(new Report(title, List.of(section), json), console);
    return 0;
  }

  private LabeledDigits digits() {
    return switch (data) {
      case VALIDATION -> Mnist.fitAndValidation().rest();
      case TEST -> Mnist.test();
      default ->
          throw new IllegalArgumentException(
              "--data must be %s or %s, not %s".formatted(VALIDATION, TEST, data));
    };
  }

  private static int errors(DigitRecognizer recognizer, LabeledDigits digits) {
    List<Prediction> predictions =
        recognizer.recognizeAll(digits.images(), ProgressListener.NONE).predictions();
    int wrong = 0;
    for (int i = 0; i < digits.size(); i++) {
      Prediction prediction = predictions.get(i);
      boolean isRight = prediction.isDigit() && prediction.label() == digits.label(i);
      wrong += isRight ? 0 : 1;
    }
    return wrong;
  }
}
