package io.github.inkling.evaluation.search;

import java.util.List;
import java.util.Locale;

/**
 * Which setting of which part of a pipeline is meant: {@code classifier.c}, or {@code c} for short;
 * {@code preprocessing.deskew}; {@code features.cell}, or {@code features.hog.cell} where features
 * are joined. {@code features.zoning} is the value of zoning that has no name, as in {@code
 * zoning:4x4}. Case does not matter.
 *
 * @param part what the setting belongs to
 * @param feature which of the features, or empty if there is one alone, or it is none of them
 * @param key the setting's key in its part's spec; empty for the value without a name
 */
record SettingName(Part part, String feature, String key) {
  /** A part of a pipeline. */
  enum Part {
    CLASSIFIER,
    FEATURES,
    PREPROCESSING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static SettingName parse(String text) {
    List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\.", -1));
    if (!words.stream().allMatch(word -> word.matches("[a-z][a-z0-9-]*"))) {
      throw unknown(text);
    }
    String first = words.get(0);
    String last = words.get(words.size() - 1);
    if (words.size() == 1) {
      return new SettingName(Part.CLASSIFIER, "", last);
    }
    if (words.size() == 3 && first.equals("features")) {
      return new SettingName(Part.FEATURES, words.get(1), last);
    }
    if (words.size() == 2) {
      for (Part part : Part.values()) {
        if (first.equals(part.toString())) {
          return new SettingName(part, "", last);
        }
      }
    }
    throw unknown(text);
  }

  @Override
  public String toString() {
    String inFeature = feature.isEmpty() ? key : feature + "." + key;
    return part == Part.CLASSIFIER ? key : part + "." + inFeature;
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        ("'%s' names no setting; expected such as c or classifier.c, features.cell,"
                + " features.hog.cell, or preprocessing.deskew")
            .formatted(text));
  }
}
