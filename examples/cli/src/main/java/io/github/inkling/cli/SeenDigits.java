package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RejectionRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a model knows digits already. Names tell where contents do not: {@code mnist:fit} and
 * {@code mnist:validation} are parts of {@code mnist:train}.
 */
final class SeenDigits {
  private static final String WHOLE = "mnist:train";
  private static final List<String> PARTS = List.of("mnist:fit", "mnist:validation");

  static final String NOTE =
      "was trained, or its weights or threshold were fitted, on digits among these: the figures"
          + " flatter it.";

  private SeenDigits() {}

  /** Whether it was trained, or its weights or thresholds were fitted, on some of these digits. */
  static boolean knows(DigitRecognizer recognizer, LabeledDigits digits) {
    String hash = digits.contentHash();
    return recognizer.provenance().dataHash().equals(hash)
        || recognizer.provenance().report().values().stream().anyMatch(it -> it.contains(hash))
        || trainedOn(recognizer).anyMatch(trained -> overlap(trained, digits.name()))
        || isCalibratedOn(recognizer, digits);
  }

  private static boolean isCalibratedOn(DigitRecognizer recognizer, LabeledDigits digits) {
    return recognizer
        .rejection()
        .map(RejectionRule::calibration)
        .filter(
            it -> it.dataHash().equals(digits.contentHash()) || overlap(it.data(), digits.name()))
        .isPresent();
  }

  private static Stream<String> trainedOn(DigitRecognizer recognizer) {
    return Stream.of(recognizer.provenance().data().split(" \\+ ", -1));
  }

  /** Refuses digits of which the names tell that the model was trained on some of them. */
  static void refuse(Path model, DigitRecognizer recognizer, DataSpec data) {
    trainedOn(recognizer)
        .filter(trained -> overlap(trained, data.toString()))
        .findFirst()
        .ifPresent(
            trained -> {
              throw new IllegalArgumentException(
                  String.format(
                      Locale.ROOT,
                      "%s was trained on %s, so it has seen digits of %s; train it on mnist:fit,"
                          + " and give --data mnist:validation",
                      model,
                      trained,
                      data));
            });
  }

  static boolean overlap(String trained, String judged) {
    return (trained.equals(judged) && (trained.equals(WHOLE) || PARTS.contains(trained)))
        || (trained.equals(WHOLE) && PARTS.contains(judged))
        || (judged.equals(WHOLE) && PARTS.contains(trained));
  }
}
