package io.github.inkling.evaluation.search;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that are named one by one; each is drawn as often as any other. */
record ListedValues(List<String> values) implements SettingValues {
  ListedValues {
    values = List.copyOf(values);
  }

  /** Reads {@code 1/3/10}, or {@code 7|7/14} where values are lists themselves. */
  static ListedValues parse(String setting, String text) {
    String separator = text.contains("|") ? "|" : "/";
    List<String> values =
        List.of(text.split(Pattern.quote(separator), -1)).stream().map(String::strip).toList();
    Set<String> distinct = new HashSet<>();
    for (String value : values) {
      if (value.isEmpty()) {
        throw new IllegalArgumentException(
            "'%s': a value is empty; expected values such as 1%s3%s10"
                .formatted(setting, separator, separator));
      }
      if (value.matches(".*[,=:+].*")) {
        throw new IllegalArgumentException(
            "'%s': '%s' is not a value; values are separated by / and hold none of , = : +"
                .formatted(setting, value));
      }
      if (!distinct.add(value)) {
        throw new IllegalArgumentException("'%s': %s is listed twice".formatted(setting, value));
      }
    }
    return new ListedValues(values);
  }

  @Override
  public String draw(Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
