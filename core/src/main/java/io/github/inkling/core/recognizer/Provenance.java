package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * @param augmentation the changed copies that were trained on, beside the digits or instead of
 *     them; {@link Augmentation#NONE} if none is given
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
    Augmentation augmentation,
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
   * @param augmentation the changed copies that were trained on
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
    augmentation = Objects.requireNonNullElse(augmentation, Augmentation.NONE);
    classCounts = List.copyOf(classCounts);
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
  }

  /**
   * Changed copies of the training digits.
   *
   * @param copies by how many copies of each digit the training set was enlarged, 0 if by none
   * @param settings how copies differ from their digits, see {@link
   *     io.github.inkling.core.vision.AugmentationSettings#toMap(java.util.List)}; also given if
   *     the trainer alone made copies; empty if there were none at all
   */
  public record Augmentation(int copies, Map<String, String> settings) {
    /** No copies. */
    public static final Augmentation NONE = new Augmentation(0, Map.of());

    /**
     * Copies the map.
     *
     * @param copies copies of each digit, at least 0
     * @param settings how copies differ from their digits
     * @throws IllegalArgumentException if {@code copies} is below 0
     */
    public Augmentation {
      Objects.requireNonNull(settings, "provenance: augmentation.settings is missing");
      if (copies < 0) {
        throw new IllegalArgumentException(
            "provenance: augmentation.copies must be at least 0, not " + copies);
      }
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * How many copies there were, in words, if there were any.
     *
     * @return such as {@code "2 copies of each digit"}
     */
    public String amount() {
      return copies == 0
          ? "copies made by the classifier's training"
          : String.format(
              Locale.ROOT, "%,d %s of each digit", copies, copies == 1 ? "copy" : "copies");
    }
  }

  static List<Integer> countsOf(LabeledDigits digits) {
    return IntStream.of(digits.classCounts()).boxed().toList();
  }
}
