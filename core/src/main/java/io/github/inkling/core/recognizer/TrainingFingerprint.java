package io.github.inkling.core.recognizer;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.vision.AugmentationSettings;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * All that decides what a training comes to. Two that have the same go the same way, bit for bit,
 * on one machine.
 *
 * @param settings values by name, in the order in which they are compared; unmodifiable
 */
record TrainingFingerprint(Map<String, String> settings) {
  private static final String DIGITS = "digits";
  private static final String DATA_HASH = "dataHash";

  TrainingFingerprint {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Of a training of digits that are not read yet: it tells nothing of them. */
  static TrainingFingerprint of(TrainingPlan plan) {
    return of(plan, Map.of());
  }

  /**
   * Of a training.
   *
   * @param digits those that the classifier learns from, without what is kept for a calibration
   */
  static TrainingFingerprint of(TrainingPlan plan, LabeledDigits digits) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put(DIGITS, String.valueOf(digits.size()));
    data.put(DATA_HASH, digits.contentHash());
    return of(plan, data);
  }

  private static TrainingFingerprint of(TrainingPlan plan, Map<String, String> data) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("classifier", plan.trainer().spec());
    settings.put("seed", String.valueOf(plan.seed()));
    settings.put("features", plan.preparation().features().spec());
    putAll(settings, "normalizer.", plan.normalizer().settings().toMap());
    settings.put("copies", String.valueOf(plan.copies()));
    putAll(settings, "augmentation.", AugmentationSettings.toMap(plan.augmentation()));
    putAll(settings, "rescan.", plan.rescan().toMap());
    settings.putAll(data);
    putAll(settings, "versions.", Versions.current());
    return new TrainingFingerprint(settings);
  }

  private static void putAll(Map<String, String> all, String prefix, Map<String, String> some) {
    some.forEach((name, value) -> all.put(prefix + name, value));
  }

  /**
   * Refuses to go on with this training as another; digits that the other tells nothing of pass.
   *
   * @param source named in the error
   * @throws IOException if anything differs, with the first of it and both values
   */
  void requireSame(TrainingFingerprint other, Object source) throws IOException {
    Set<String> names = new LinkedHashSet<>(other.settings.keySet());
    names.addAll(settings.keySet());
    if (!other.settings.containsKey(DIGITS)) {
      names.remove(DIGITS);
      names.remove(DATA_HASH);
    }
    for (String name : names) {
      String here = settings.getOrDefault(name, "none");
      String there = other.settings.getOrDefault(name, "none");
      if (!here.equals(there)) {
        throw new IOException(
            ("%s: is the checkpoint of a training with %s %s, not %s; go on as it began, or delete"
                    + " it to begin anew")
                .formatted(source, name, here, there));
      }
    }
  }
}
