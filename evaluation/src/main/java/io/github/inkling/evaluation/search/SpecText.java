package io.github.inkling.evaluation.search;

import io.github.inkling.core.model.ComponentSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A name with settings, as {@link ComponentSpec} reads it, to be changed and written again. */
record SpecText(String name, Map<String, String> values) {
  /** Reads {@code svm:c=10}. */
  static SpecText parse(String text) {
    String lower = ComponentSpec.parse(text).toString();
    int colon = lower.indexOf(':');
    return colon < 0
        ? new SpecText(lower, Map.of())
        : new SpecText(lower.substring(0, colon), valuesOf(lower.substring(colon + 1)));
  }

  /** Reads what stands behind the colon; it may be empty. */
  static SpecText ofSettings(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return new SpecText("", lower.isEmpty() ? Map.of() : valuesOf(lower));
  }

  /** The same with a setting replaced or added; the key of the value without a name is empty. */
  SpecText with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>();
    if (key.isEmpty()) {
      changed.put(key, value);
    }
    changed.putAll(values);
    changed.put(key, value);
    return new SpecText(name, changed);
  }

  String settings() {
    return values.entrySet().stream()
        .map(s -> s.getKey().isEmpty() ? s.getValue() : s.getKey() + "=" + s.getValue())
        .collect(Collectors.joining(","));
  }

  String text() {
    return values.isEmpty() ? name : name + ":" + settings();
  }

  private static Map<String, String> valuesOf(String settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : settings.split(",", -1)) {
      int equals = setting.indexOf('=');
      values.put(
          equals < 0 ? "" : setting.substring(0, equals).strip(),
          setting.substring(equals + 1).strip());
    }
    return values;
  }
}
