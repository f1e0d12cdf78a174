package io.github.inkling.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The textual name of a feature extractor or trainer with its settings.
 *
 * <p>Grammar: {@code name}, or {@code name:setting,setting,...}; a setting is {@code key=value}, or
 * a bare {@code value} (as in {@code zoning:4x4}) which is read as the value of the key {@code ""}.
 * Elements of a list are joined by {@code /}, as in {@code hog:cell=7/14}. Case does not matter.
 * Immutable.
 */
public final class ComponentSpec {
  private final String text;
  private final String name;
  private final Map<String, String> settings;

  private ComponentSpec(String text, String name, Map<String, String> settings) {
    this.text = text;
    this.name = name;
    this.settings = settings;
  }

  /**
   * Parses a name with settings.
   *
   * @param text such as {@code "svm:kernel=rbf,c=10"}
   * @return its parts
   * @throws IllegalArgumentException if it does not follow the grammar, quoting it
   */
  public static ComponentSpec parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    int colon = trimmed.indexOf(':');
    String name = colon < 0 ? trimmed : trimmed.substring(0, colon);
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "'%s' is not a name with settings; expected such as hog or svm:kernel=rbf,c=10"
              .formatted(text));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    if (colon >= 0) {
      for (String setting : trimmed.substring(colon + 1).split(",", -1)) {
        int equals = setting.indexOf('=');
        String key = equals < 0 ? "" : setting.substring(0, equals).strip();
        String value = setting.substring(equals + 1).strip();
        if (value.isEmpty() || (equals >= 0 && key.isEmpty())) {
          throw new IllegalArgumentException(
              "'%s': '%s' is not a setting; expected key=value".formatted(text, setting));
        }
        if (settings.put(key, value) != null) {
          throw new IllegalArgumentException(
              "'%s': '%s' is given twice".formatted(text, key.isEmpty() ? value : key));
        }
      }
    }
    return new ComponentSpec(trimmed, name, settings);
  }

  /**
   * Settings as text, as they stand behind the colon of a spec.
   *
   * @param settings values by key, in the order wanted
   * @return such as {@code "kernel=rbf,c=10"}; empty if there are none
   */
  public static String join(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * The name before the colon.
   *
   * @return in lower case
   */
  public String name() {
    return name;
  }

  /**
   * Refuses settings that nobody reads.
   *
   * @param known the keys there are; {@code ""} stands for the bare value
   * @return this
   * @throws IllegalArgumentException if there is another setting, naming it and the known ones
   */
  public ComponentSpec allow(String... known) {
    Set<String> allowed = new TreeSet<>(List.of(known));
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (!allowed.contains(setting.getKey())) {
        String offender = setting.getKey().isEmpty() ? setting.getValue() : setting.getKey();
        if (setting.getKey().isEmpty() && allowed.contains(offender)) {
          throw new IllegalArgumentException(
              "'%s': %s needs a value, as in %s=value".formatted(text, offender, offender));
        }
        allowed.remove("");
        throw new IllegalArgumentException(
            "'%s': unknown setting '%s'; %s has %s"
                .formatted(
                    text,
                    offender,
                    name,
                    allowed.isEmpty() ? "no settings" : String.join(", ", allowed)));
      }
    }
    return this;
  }

  /**
   * A setting as text.
   *
   * @param key its key; {@code ""} for the bare value
   * @param fallback what it is when it is not given
   * @return its value
   */
  public String text(String key, String fallback) {
    return settings.getOrDefault(key, fallback);
  }

  /**
   * A setting as a whole number.
   *
   * @param key its key
   * @param fallback what it is when it is not given
   * @return its value
   * @throws IllegalArgumentException if it is not a whole number
   */
  public int integer(String key, int fallback) {
    String value = settings.get(key);
    return value == null ? fallback : integer(key, value);
  }

  /**
   * A setting as a number.
   *
   * @param key its key
   * @param fallback what it is when it is not given
   * @return its value, finite
   * @throws IllegalArgumentException if it is not a finite number
   */
  public double number(String key, double fallback) {
    String value = settings.get(key);
    return value == null ? fallback : number(key, value);
  }

  /**
   * A setting as yes or no.
   *
   * @param key its key
   * @param fallback what it is when it is not given
   * @return its value
   * @throws IllegalArgumentException if it is neither {@code true} nor {@code false}
   */
  public boolean flag(String key, boolean fallback) {
    return option(key, fallback ? "true" : "false", "true", "false").equals("true");
  }

  /**
   * A setting that is one of a few words.
   *
   * @param key its key
   * @param fallback what it is when it is not given
   * @param options the words there are
   * @return one of the words
   * @throws IllegalArgumentException if it is another word, naming those there are
   */
  public String option(String key, String fallback, String... options) {
    String value = settings.getOrDefault(key, fallback);
    if (!List.of(options).contains(value)) {
      throw invalid(key, value, "one of " + String.join(", ", options));
    }
    return value;
  }

  /**
   * A setting that is a list of whole numbers, joined by {@code /}.
   *
   * @param key its key
   * @param fallback what it is when it is not given
   * @return its elements
   * @throws IllegalArgumentException if one is not a whole number
   */
  public List<Integer> integers(String key, List<Integer> fallback) {
    String value = settings.get(key);
    if (value == null) {
      return fallback;
    }
    List<Integer> elements = new ArrayList<>();
    for (String element : value.split("/", -1)) {
      elements.add(integer(key, element));
    }
    return List.copyOf(elements);
  }

  /**
   * A setting that is a list of numbers, joined by {@code /}.
   *
   * @param key its key
   * @param fallback what it is when it is not given
   * @return its elements, finite
   * @throws IllegalArgumentException if one is not a finite number
   */
  public List<Double> numbers(String key, List<Double> fallback) {
    String value = settings.get(key);
    if (value == null) {
      return fallback;
    }
    List<Double> elements = new ArrayList<>();
    for (String element : value.split("/", -1)) {
      elements.add(number(key, element));
    }
    return List.copyOf(elements);
  }

  /**
   * The error of a setting, in the words of every such error.
   *
   * @param key the setting's key
   * @param value its value
   * @param expected what it should have been
   * @return the exception, to be thrown
   */
  public IllegalArgumentException invalid(String key, Object value, String expected) {
    return new IllegalArgumentException(
        key.isEmpty()
            ? "'%s': '%s' is not valid; expected %s".formatted(text, value, expected)
            : "'%s': %s must be %s, not '%s'".formatted(text, key, expected, value));
  }

  /**
   * The text it was parsed from, in lower case.
   *
   * @return such as {@code "svm:kernel=rbf,c=10"}
   */
  @Override
  public String toString() {
    return text;
  }

  private int integer(String key, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw (IllegalArgumentException) invalid(key, value, "a whole number").initCause(e);
    }
  }

  private double number(String key, String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw (IllegalArgumentException) invalid(key, value, "a number").initCause(e);
    }
    throw invalid(key, value, "a finite number");
  }
}
