package io.github.inkling.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of names with settings, split at its commas. Settings have commas between them, too, so
 * what is {@code key=value} belongs to the name before it: {@code hog,svm:kernel=rbf,c=10,mlp} are
 * three.
 *
 * @param specs each with its settings
 */
record SpecList(List<String> specs) {
  /** Names with settings, such as of features or classifiers. */
  static SpecList ofNames(String text) {
    List<String> specs = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!specs.isEmpty() && isSetting(part)) {
        specs.set(specs.size() - 1, specs.get(specs.size() - 1) + "," + part.strip());
      } else {
        specs.add(part.strip());
      }
    }
    return new SpecList(specs);
  }

  /** Whether an equals sign comes before any colon. */
  private static boolean isSetting(String part) {
    int equals = part.indexOf('=');
    int colon = part.indexOf(':');
    return equals >= 0 && (colon < 0 || equals < colon);
  }

  /**
   * Settings without a name, such as of preprocessing. A new list begins at the word {@code
   * default}, behind it, and at a key that the list before has already: {@code
   * default,deskew=false,denoise=median,deskew=true} are three.
   */
  static SpecList ofSettings(String text, String nameOfDefault) {
    List<String> lists = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    boolean isNew = true;
    for (String part : text.split(",", -1)) {
      String setting = part.strip();
      String key = setting.replaceFirst("\\s*=.*", "");
      if (setting.equals(nameOfDefault)) {
        lists.add("");
        isNew = true;
      } else if (isNew || keys.contains(key)) {
        lists.add(setting);
        keys = new HashSet<>(Set.of(key));
        isNew = false;
      } else {
        lists.set(lists.size() - 1, lists.get(lists.size() - 1) + "," + setting);
        keys.add(key);
      }
    }
    return new SpecList(lists);
  }
}
