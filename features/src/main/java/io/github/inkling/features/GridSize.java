package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of zones a digit is divided into.
 *
 * @param columns zones side by side
 * @param rows zones one below the other
 */
public record GridSize(int columns, int rows) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,2})x(\\d{1,2})");

  /**
   * Checks the size.
   *
   * @param columns 1 to 28
   * @param rows 1 to 28
   * @throws IllegalArgumentException if a number is out of range, naming it
   */
  public GridSize {
    SettingRange.require("a grid's columns", columns, 1, DigitImage.SIZE);
    SettingRange.require("a grid's rows", rows, 1, DigitImage.SIZE);
  }

  /**
   * Reads a setting.
   *
   * @param spec the settings
   * @param key the setting's key
   * @param fallback what it is when it is not given
   * @return its value
   * @throws IllegalArgumentException if it is not columns x rows, each 1 to 28
   */
  static GridSize parse(ComponentSpec spec, String key, GridSize fallback) {
    String text = spec.text(key, fallback.toString());
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw spec.invalid(key, text, "columns x rows, each in 1..28, such as 4x4");
    }
    return new GridSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Number of zones.
   *
   * @return columns times rows
   */
  public int zones() {
    return columns * rows;
  }

  /**
   * The size as a setting.
   *
   * @return such as {@code 4x4}
   */
  @Override
  public String toString() {
    return columns + "x" + rows;
  }
}
