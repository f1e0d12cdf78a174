package io.github.inkling.evaluation.search;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.vision.NormalizerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How pictures become answers, in the words of the command line.
 *
 * @param preprocessing such as {@code "deskew=false"}; empty for the default
 * @param features such as {@code "hog+0.5*zoning:4x4"}
 * @param classifier such as {@code "svm:c=10"}
 */
public record Pipeline(String preprocessing, String features, String classifier) {
  /**
   * A pipeline with other settings: each replaces what was there, or is added.
   *
   * @param settings values by name, see {@link TunedSetting#parse}
   * @return the pipeline; whether its parts know the settings, {@link #applyTo} finds out
   * @throws IllegalArgumentException if a name is none, or it does not tell which of several joined
   *     features it means
   */
  public Pipeline with(Map<String, String> settings) {
    Pipeline changed = this;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      changed = changed.with(SettingName.parse(setting.getKey()), setting.getValue());
    }
    return changed;
  }

  /**
   * Makes a trainer of this pipeline.
   *
   * @param base whose copies, seed and listener it keeps
   * @return the trainer
   * @throws IllegalArgumentException if a name or a setting is unknown or out of range, naming it
   */
  public RecognizerTrainer applyTo(RecognizerTrainer base) {
    return base.normalizer(NormalizerSettings.parse(preprocessing))
        .features(features)
        .classifier(classifier);
  }

  /**
   * What digits prepared by this pipeline have in common: its settings, however they are written.
   */
  String preparation() {
    return NormalizerSettings.parse(preprocessing).toMap()
        + " "
        + FeatureExtractors.of(features).spec();
  }

  /** Refuses a classifier, features or preprocessing that there are not. */
  void requireKnown() {
    NormalizerSettings.parse(preprocessing);
    FeatureExtractors.of(features);
    Classifiers.trainer(classifier);
  }

  private Pipeline with(SettingName name, String value) {
    return switch (name.part()) {
      case CLASSIFIER ->
          new Pipeline(
              preprocessing, features, SpecText.parse(classifier).with(name.key(), value).text());
      case FEATURES -> new Pipeline(preprocessing, featuresWith(name, value), classifier);
      case PREPROCESSING ->
          new Pipeline(
              SpecText.ofSettings(preprocessing).with(name.key(), value).settings(),
              features,
              classifier);
    };
  }

  private String featuresWith(SettingName name, String value) {
    List<String> parts = new ArrayList<>(List.of(features.split("\\+", -1)));
    List<String> names = parts.stream().map(Pipeline::nameOf).toList();
    int place = place(names, name);
    String part = parts.get(place);
    String weight = part.substring(0, part.indexOf('*') + 1).strip();
    SpecText spec = SpecText.parse(part.substring(part.indexOf('*') + 1));
    boolean unnamed = name.feature().isEmpty() && name.key().equals(names.get(place));
    parts.set(place, weight + spec.with(unnamed ? "" : name.key(), value).text());
    return parts.stream().map(String::strip).collect(Collectors.joining("+"));
  }

  /** Which of the joined features a name means. */
  private int place(List<String> names, SettingName name) {
    boolean unnamed = name.feature().isEmpty() && names.contains(name.key());
    String wanted = unnamed ? name.key() : name.feature();
    if (wanted.isEmpty()) {
      if (names.size() > 1) {
        throw new IllegalArgumentException(
            "'%s': %s are joined, so say whose setting it is, as in features.%s.%s"
                .formatted(name, String.join(" and ", names), names.get(0), name.key()));
      }
      return 0;
    }
    long found = names.stream().filter(wanted::equals).count();
    if (found != 1) {
      throw new IllegalArgumentException(
          "'%s': %s occurs %s in the features %s"
              .formatted(name, wanted, found == 0 ? "not" : "more than once", features));
    }
    return names.indexOf(wanted);
  }

  private static String nameOf(String part) {
    return ComponentSpec.parse(part.substring(part.indexOf('*') + 1)).name();
  }
}
