package io.github.inkling.core.vision;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many of the changed copies of training digits are written with another pen and scanned by
 * another scanner, see {@link Rescanner}, and how often each change is made then. Immutable.
 *
 * @param share share of the copies that are rescanned, 0 (none) to 1
 * @param forms share of ones, fours, sevens and nines that are written in another country's form, 0
 *     to 1
 * @param balance how much the upper part of a digit is drawn out, or the lower one, at most: 0 to
 *     1, at which a row at the one end is e squared, 7.4, times as high as one at the other
 * @param pen share of digits that are written with a pen of another width, 0 to 1
 * @param stretch share of digits that are stretched to fill a square or an upright box, 0 to 1
 * @param aspect largest change of the others' ratio of width to height, as a share, 0 to 1
 * @param slant columns per row by which a digit leans at most, 0 to 1
 * @param binary share of digits that are scanned in black and white, not in grey, 0 to 1
 * @param twice share of digits that are scans of a bitmap, and not of paper, 0 to 1: its edges are
 *     staircases
 * @param gaps share of digits whose strokes have gaps, as a pencil's on rough paper, 0 to 1
 */
public record RescanSettings(
    double share,
    double forms,
    double balance,
    double pen,
    double stretch,
    double aspect,
    double slant,
    double binary,
    double twice,
    double gaps) {
  private static final String SHARE = "share";
  private static final String FORMS = "forms";
  private static final String BALANCE = "balance";
  private static final String PEN = "pen";
  private static final String STRETCH = "stretch";
  private static final String ASPECT = "aspect";
  private static final String SLANT = "slant";
  private static final String BINARY = "binary";
  private static final String TWICE = "twice";
  private static final String GAPS = "gaps";

  /**
   * Checks the settings.
   *
   * @param share share of the copies, 0 to 1
   * @param forms share of ones, fours, sevens and nines, 0 to 1
   * @param balance 0 to 1
   * @param pen share of digits, 0 to 1
   * @param stretch share of digits, 0 to 1
   * @param aspect share of width or height, 0 to 1
   * @param slant columns per row, 0 to 1
   * @param binary share of digits, 0 to 1
   * @param twice share of digits, 0 to 1
   * @param gaps share of digits, 0 to 1
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public RescanSettings {
    require(SHARE, share);
    require(FORMS, forms);
    require(BALANCE, balance);
    require(PEN, pen);
    require(STRETCH, stretch);
    require(ASPECT, aspect);
    require(SLANT, slant);
    require(BINARY, binary);
    require(TWICE, twice);
    require(GAPS, gaps);
  }

  /**
   * No copy is rescanned.
   *
   * @return settings with a share of 0
   */
  public static RescanSettings none() {
    return parse("share=0");
  }

  /**
   * What suits the digits of other countries and scanners, see docs/benchmarks.md.
   *
   * @return the settings that {@link #parse} starts from
   */
  public static RescanSettings defaults() {
    return new RescanSettings(0.6, 0.6, 0.3, 0.7, 0.35, 0.9, 0.4, 0.5, 0.3, 0.12);
  }

  /**
   * Reads settings as a person writes them.
   *
   * @param text such as {@code "share=0.5,binary=1"}; what is not named keeps its default, and an
   *     empty text is the defaults
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown, given twice or out of range, naming
   *     it
   */
  public static RescanSettings parse(String text) {
    ComponentSpec spec = ComponentSpec.parse(text.isBlank() ? "rescan" : "rescan:" + text);
    RescanSettings defaults = defaults();
    spec.allow(defaults.toMap().keySet().toArray(String[]::new));
    return new RescanSettings(
        spec.number(SHARE, defaults.share),
        spec.number(FORMS, defaults.forms),
        spec.number(BALANCE, defaults.balance),
        spec.number(PEN, defaults.pen),
        spec.number(STRETCH, defaults.stretch),
        spec.number(ASPECT, defaults.aspect),
        spec.number(SLANT, defaults.slant),
        spec.number(BINARY, defaults.binary),
        spec.number(TWICE, defaults.twice),
        spec.number(GAPS, defaults.gaps));
  }

  /**
   * The settings for a manifest.
   *
   * @return every setting by its name, in a fixed order; unmodifiable
   */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(SHARE, PlainNumber.format(share));
    map.put(FORMS, PlainNumber.format(forms));
    map.put(BALANCE, PlainNumber.format(balance));
    map.put(PEN, PlainNumber.format(pen));
    map.put(STRETCH, PlainNumber.format(stretch));
    map.put(ASPECT, PlainNumber.format(aspect));
    map.put(SLANT, PlainNumber.format(slant));
    map.put(BINARY, PlainNumber.format(binary));
    map.put(TWICE, PlainNumber.format(twice));
    map.put(GAPS, PlainNumber.format(gaps));
    return Collections.unmodifiableMap(map);
  }

  private static void require(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "rescan: %s must be in 0..1, not %s".formatted(name, value));
    }
  }
}
