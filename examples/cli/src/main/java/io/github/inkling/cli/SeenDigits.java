package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Refuses to judge models on digits that they were trained on where only the names tell: {@code
 * mnist:fit} and {@code mnist:validation} are parts of {@code mnist:train}.
 */
final class SeenDigits {
  private static final String WHOLE = "mnist:train";
  private static final List<String> PARTS = List.of("mnist:fit", "mnist:validation");

  private SeenDigits() {}

  static void refuse(Path model, DigitRecognizer recognizer, DataSpec data) {
    for (String trained : recognizer.provenance().data().split(" \\+ ", -1)) {
      if (overlap(trained, data.toString())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s was trained on %s, so it has seen digits of %s; train it on mnist:fit, and give"
                    + " --data mnist:validation",
                model,
                trained,
                data));
      }
    }
  }

  static boolean overlap(String trained, String judged) {
    return (trained.equals(judged) && (trained.equals(WHOLE) || PARTS.contains(trained)))
        || (trained.equals(WHOLE) && PARTS.contains(judged))
        || (judged.equals(WHOLE) && PARTS.contains(trained));
  }
}
