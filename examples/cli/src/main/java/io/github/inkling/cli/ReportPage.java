package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.recognizer.Versions;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.Protocol;
import io.github.inkling.evaluation.html.ErrorGallery;
import io.github.inkling.evaluation.html.HtmlReport;
import io.github.inkling.evaluation.html.HtmlReport.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** A leaderboard as a page, with the digits at hand to look at. */
final class ReportPage {
  static final String NAME = "index.html";

  private final Leaderboard leaderboard;
  private final LabeledDigits test;
  private final Function<Cell, Optional<LabeledDigits>> training;
  private final List<Fact> notes;

  /**
   * A page.
   *
   * @param test the first test set
   * @param training what a cell was trained on, if it is at hand
   * @param notes what else must be known, at the page's end
   */
  ReportPage(
      Leaderboard leaderboard,
      LabeledDigits test,
      Function<Cell, Optional<LabeledDigits>> training,
      List<Fact> notes) {
    this.leaderboard = leaderboard;
    this.test = test;
    this.training = training;
    this.notes = notes;
  }

  /**
   * Writes the page.
   *
   * @param shown cells whose errors are shown
   */
  void write(Path file, String title, List<Cell> shown, CommandLine command) throws IOException {
    HtmlReport report =
        HtmlReport.of(title, leaderboard)
            .withGalleries(shown.stream().map(this::gallery).toList())
            .withFacts(facts(command));
    if (!shown.isEmpty()) {
      report = report.withPictures(pictures(shown.get(0), test));
    }
    report.write(file);
  }

  private ErrorGallery gallery(Cell cell) {
    return ErrorGallery.of(
        leaderboard,
        cell,
        pictures(cell, test),
        training
            .apply(cell)
            .<IntFunction<ErrorGallery.Neighbor>>map(
                digits ->
                    place ->
                        new ErrorGallery.Neighbor(
                            pictures(cell, digits).apply(place), digits.label(place)))
            .orElse(
                place -> {
                  throw new IllegalStateException("there are no training digits at hand");
                }));
  }

  /** Digits as the cell's recognizer sees them. */
  private static IntFunction<DigitImage> pictures(Cell cell, LabeledDigits digits) {
    Normalizer normalizer =
        new Normalizer(NormalizerSettings.parse(cell.configuration().preprocessing().spec()));
    return place -> normalizer.normalize(digits.image(place));
  }

  private List<Fact> facts(CommandLine command) {
    List<Fact> facts = new ArrayList<>(notes);
    facts.add(new Fact("Measured", protocol(leaderboard.protocol())));
    facts.add(
        new Fact(
            "Command",
            command.getParseResult().originalArgs().stream()
                .map(TrainLine::quoted)
                .collect(Collectors.joining(" ", "inkling ", ""))));
    facts.add(
        new Fact(
            "Machine",
            "%d cores, %s %s"
                .formatted(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"))));
    facts.add(
        new Fact(
            "Versions",
            Versions.current().entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", "))));
    return facts;
  }

  private static String protocol(Protocol protocol) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "seeds "
            + protocol.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    if (protocol.folds() > 0) {
      parts.add(protocol.folds() + " stratified folds of the training digits");
    }
    if (protocol.corruptedDigits() > 0) {
      parts.add("corruptions of at most %,d test digits".formatted(protocol.corruptedDigits()));
    }
    parts.add("at most %,d digits timed one by one".formatted(protocol.singleDigits()));
    return String.join("; ", parts);
  }
}
