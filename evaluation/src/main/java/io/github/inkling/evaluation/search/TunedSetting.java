package io.github.inkling.evaluation.search;

import java.util.Locale;

/** A setting and the values that it may take. Immutable. */
public final class TunedSetting {
  private final String text;
  private final SettingName name;
  private final SettingValues values;

  private TunedSetting(String text, SettingName name, SettingValues values) {
    this.text = text;
    this.name = name;
    this.values = values;
  }

  /**
   * Reads a setting with its values, {@code NAME=VALUES}. Case does not matter.
   *
   * <p>A name is {@code classifier.KEY}, or {@code KEY} for short; {@code preprocessing.KEY};
   * {@code features.KEY}, or {@code features.NAME.KEY} where several features are joined; {@code
   * features.NAME} is the value without a name, as that of {@code zoning:4x4}.
   *
   * <p>Values are a list, {@code 1/3/10}; or {@code 7|7/14} where values are lists themselves; or a
   * range: {@code 0.01..1} is drawn so that each order of magnitude is as probable as any other
   * (log-uniformly), {@code 0..0.5,linear} so that each number is. A range whose ends are written
   * without a decimal point has whole numbers alone: {@code 1..9}.
   *
   * @param text such as {@code "c=1/3/10"} or {@code "gamma=0.01..1"}
   * @return the setting
   * @throws IllegalArgumentException if it does not follow the grammar, there is no value, one is
   *     listed twice, or a range is reversed, quoting it
   */
  public static TunedSetting parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "'%s': expected a setting and its values, such as c=1/3/10 or gamma=0.01..1"
              .formatted(text));
    }
    String values = text.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s': there is no value to try; expected such as c=1/3/10 or gamma=0.01..1"
              .formatted(text));
    }
    return new TunedSetting(
        text,
        SettingName.parse(text.substring(0, equals)),
        NumberRange.isRange(values)
            ? NumberRange.parse(text, values)
            : ListedValues.parse(text, values));
  }

  /**
   * The setting's name, as short as it can be.
   *
   * @return such as {@code "c"} or {@code "features.cell"}
   */
  public String name() {
    return name.toString();
  }

  /**
   * Whether values are drawn from a range, so that there is no end to them.
   *
   * @return false if they are listed
   */
  public boolean isRange() {
    return values instanceof NumberRange;
  }

  SettingValues values() {
    return values;
  }

  /** The setting as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
