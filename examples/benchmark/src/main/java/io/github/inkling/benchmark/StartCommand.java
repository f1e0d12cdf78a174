package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Timing.Timed;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.PretrainedProvider;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How long a program waits for its first answer from the model that comes along. */
@Command(
    name = "start",
    description = "Time to load the pretrained model, and to its first answer in this process.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class StartCommand implements Callable<Integer> {
  private static final int LOADS = 21;
  private static final double BUDGET_SECONDS = 60;

  private final Console console;

  @Mixin private ReportOptions reports;

  StartCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    reports.check();
    GrayImage picture = Mnist.fitAndValidation().rest().image(0);
    console.say("Loading");
    Timed<DigitRecognizer> first = Timing.once(DigitRecognizer::pretrained);
    Timed<Prediction> answer = Timing.once(() -> first.result().recognize(picture));
    Timed<Prediction> second = Timing.once(() -> first.result().recognize(picture));
    Timed<DigitRecognizer> again = Timing.repeat(LOADS, BUDGET_SECONDS, StartCommand::load);

    ObjectNode json = new ObjectMapper().createObjectNode();
    List<List<String>> rows = new ArrayList<>();
    add("loading, first in the process", "firstLoad", first.timing(), rows, json);
    add("the first answer", "firstAnswer", answer.timing(), rows, json);
    add("the second answer", "secondAnswer", second.timing(), rows, json);
    add("loading again, median", "load", again.timing(), rows, json);
    int bytes = bytes();
    json.put("bytes", bytes);
    List<String> notes =
        List.of(
            String.format(Locale.ROOT, "The model file has %,d bytes.", bytes),
            "The first answer also unpacks and loads OpenCV.");
    Table table = new Table(List.of("what", "ms"), rows);
    reports.write(
        new Report(
            "The model that comes along", List.of(new Report.Section("", table, notes)), json),
        console);
    return 0;
  }

  private static void add(
      String what, String name, Timing timing, List<List<String>> rows, ObjectNode json) {
    rows.add(List.of(what, String.format(Locale.ROOT, "%.1f", 1000 * timing.median())));
    json.put(name + "Seconds", timing.median());
  }

  /** Loads it anew, which {@link DigitRecognizer#pretrained()} does only once. */
  private static DigitRecognizer load() {
    try (InputStream in = open()) {
      return DigitRecognizer.load(in, "the pretrained model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int bytes() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes().length;
    }
  }

  private static InputStream open() throws IOException {
    return ServiceLoader.load(PretrainedProvider.class).findFirst().orElseThrow().open();
  }
}
