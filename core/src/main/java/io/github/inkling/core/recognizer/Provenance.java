package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where a recognizer comes from: enough to train it again and to know whether it is the same.
 *
 * @param data name of the training data, such as {@code "mnist:train"}
 * @param dataHash {@link LabeledDigits#contentHash()} of the training data
 * @param samples number of training digits
 * @param classCounts number of training digits of each class, by digit
 * @param seed the seed of every random choice
 * @param trainer the trainer's {@code spec()}, all settings included
 * @param versions versions of Inkling, the JDK and the libraries, by name
 * @param created when it was trained
 * @param featureSeconds seconds spent on preprocessing and features
 * @param trainSeconds seconds spent on training the classifier alone
 * @param report what training came to: figures by name, see {@link
 *     io.github.inkling.core.model.Classifier#report()}
 */
public record Provenance(
    String data,
    String dataHash,
    int samples,
    List<Integer> classCounts,
    long seed,
    String trainer,
    Map<String, String> versions,
    Instant created,
    double featureSeconds,
    double trainSeconds,
    Map<String, String> report) {
  /**
   * Copies lists and maps.
   *
   * @param data name of the training data
   * @param dataHash hash of its content
   * @param samples number of training digits
   * @param classCounts number of training digits of each class
   * @param seed the seed
   * @param trainer the trainer's {@code spec()}
   * @param versions versions by name
   * @param created when it was trained
   * @param featureSeconds seconds spent on preprocessing and features
   * @param trainSeconds seconds spent on training
   * @param report what training came to
   */
  public Provenance {
    Objects.requireNonNull(data, "provenance: data is missing");
    Objects.requireNonNull(dataHash, "provenance: dataHash is missing");
    Objects.requireNonNull(trainer, "provenance: trainer is missing");
    Objects.requireNonNull(created, "provenance: created is missing");
    Objects.requireNonNull(classCounts, "provenance: classCounts is missing");
    Objects.requireNonNull(versions, "provenance: versions is missing");
    Objects.requireNonNull(report, "provenance: report is missing");
    classCounts = List.copyOf(classCounts);
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
  }

  static List<Integer> countsOf(LabeledDigits digits) {
    return IntStream.of(digits.classCounts()).boxed().toList();
  }
}
