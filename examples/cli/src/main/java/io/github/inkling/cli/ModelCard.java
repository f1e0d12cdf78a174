package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Provenance;
import io.github.inkling.core.recognizer.RejectionRule;
import io.github.inkling.service.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What there is to know about a model, for people and for programs.
 *
 * @param file its file, or the word for the model that comes along
 * @param bytes size of the file; 0 for the model that comes along
 * @param recognizer the model
 */
record ModelCard(Path file, long bytes, DigitRecognizer recognizer) {
  private static final double MEGABYTE = 1e6;
  private static final int NAME_COLUMNS = 15;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The card of a model in a file. */
  static ModelCard of(Path file, DigitRecognizer recognizer) throws IOException {
    return new ModelCard(file, Files.size(file), recognizer);
  }

  /** The card of the model that comes along. */
  static ModelCard ofPretrained(DigitRecognizer recognizer) {
    return new ModelCard(Path.of(ModelOption.PRETRAINED), 0, recognizer);
  }

  String text() {
    Provenance provenance = recognizer.provenance();
    StringBuilder text = new StringBuilder();
    text.append(bytes == 0 ? file + "\n" : format("%s, %.1f MB%n", file, bytes / MEGABYTE));
    line(text, "trained on", provenance.data());
    line(
        text,
        "",
        format("%,d digits (SHA-256 %.12s)", provenance.samples(), provenance.dataHash()));
    line(text, "preprocessing", ComponentSpec.join(recognizer.normalizer().settings().toMap()));
    line(text, "features", recognizer.features().spec());
    line(text, "", format("%,d values a digit", recognizer.features().length()));
    augmentation(text, provenance.augmentation());
    line(text, "classifier", provenance.trainer());
    provenance.report().forEach((name, figure) -> line(text, "", name + " " + figure));
    recognizer.rejection().ifPresent(rule -> rejection(text, rule));
    line(text, "seed", String.valueOf(provenance.seed()));
    line(
        text,
        "time",
        format(
            "%.1f s preprocessing and features, %.1f s training",
            provenance.featureSeconds(), provenance.trainSeconds()));
    line(text, "made", MINUTES.format(provenance.created()));
    line(text, "with", versions(provenance));
    return text.toString();
  }

  private static void augmentation(StringBuilder text, Provenance.Augmentation augmentation) {
    if (!augmentation.settings().isEmpty()) {
      line(text, "augmentation", augmentation.amount());
      line(text, "", ComponentSpec.join(augmentation.settings()));
    }
  }

  private static void rejection(StringBuilder text, RejectionRule rule) {
    String name = "rejection";
    for (String line : RejectionCard.lines(rule)) {
      line(text, name, line);
      name = "";
    }
  }

  ObjectNode json() {
    ObjectNode json = ModelJson.of(file.toString(), recognizer);
    if (bytes > 0) {
      json.put("modelBytes", bytes);
    }
    return json;
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(format("  %-" + NAME_COLUMNS + "s", name));
    text.append(Terminal.wrap(value, NAME_COLUMNS + 2)).append('\n');
  }

  private static String versions(Provenance provenance) {
    return provenance.versions().entrySet().stream()
        .map(version -> version.getKey() + " " + version.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
