package io.github.inkling.core.vision;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a copy of a digit may differ from it: each number is the largest change that is drawn, 0
 * for none. Changes are drawn evenly from minus the number to the number, each by itself.
 * Immutable.
 *
 * @param rotate angle in degrees, 0 to 45
 * @param scale share by which width and height grow or shrink, each by itself, 0 to 0.5
 * @param shear columns that a row is moved to the side per row, 0 to 1
 * @param shift pixels to the side, and up or down, 0 to 8
 * @param stroke pixels by which strokes become wider or narrower, 0 to 1.5
 * @param elastic root of the mean square of the elastic displacement in pixels, of x and of y each,
 *     0 to 4
 * @param sigma how smooth the elastic displacement is: the Gaussian's standard deviation in pixels,
 *     1 to 28
 * @param center whether the centre of mass is put back where it was, before the shift is added
 */
public record AugmentationSettings(
    double rotate,
    double scale,
    double shear,
    double shift,
    double stroke,
    double elastic,
    double sigma,
    boolean center) {
  private static final String ROTATE = "rotate";
  private static final String SCALE = "scale";
  private static final String SHEAR = "shear";
  private static final String SHIFT = "shift";
  private static final String STROKE = "stroke";
  private static final String ELASTIC = "elastic";
  private static final String SIGMA = "sigma";
  private static final String CENTER = "center";

  /**
   * Checks the settings.
   *
   * @param rotate angle in degrees, 0 to 45
   * @param scale share of width and height, 0 to 0.5
   * @param shear columns per row, 0 to 1
   * @param shift pixels, 0 to 8
   * @param stroke pixels of stroke width, 0 to 1.5
   * @param elastic root mean square displacement in pixels, 0 to 4
   * @param sigma smoothness in pixels, 1 to 28
   * @param center whether the centre of mass is put back
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public AugmentationSettings {
    require(ROTATE, rotate, 0, 45);
    require(SCALE, scale, 0, 0.5);
    require(SHEAR, shear, 0, 1);
    require(SHIFT, shift, 0, 8);
    require(STROKE, stroke, 0, 1.5);
    require(ELASTIC, elastic, 0, 4);
    require(SIGMA, sigma, 1, 28);
  }

  /**
   * Changes that leave a digit a natural one.
   *
   * @return the default settings
   */
  public static AugmentationSettings defaults() {
    return new AugmentationSettings(8, 0.1, 0.1, 0.5, 0.5, 0.6, 5, true);
  }

  /**
   * Settings that change nothing, to start from.
   *
   * @return copies are equal to their digits
   */
  public static AugmentationSettings none() {
    return new AugmentationSettings(0, 0, 0, 0, 0, 0, defaults().sigma, false);
  }

  /**
   * Reads settings as a person writes them.
   *
   * @param text such as {@code "rotate=10,elastic=0"}; what is not named keeps its default, and an
   *     empty text is the defaults
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown, given twice or out of range, naming
   *     it
   */
  public static AugmentationSettings parse(String text) {
    ComponentSpec spec =
        ComponentSpec.parse(text.isBlank() ? "augmentation" : "augmentation:" + text);
    AugmentationSettings defaults = defaults();
    spec.allow(defaults.toMap().keySet().toArray(String[]::new));
    return new AugmentationSettings(
        spec.number(ROTATE, defaults.rotate),
        spec.number(SCALE, defaults.scale),
        spec.number(SHEAR, defaults.shear),
        spec.number(SHIFT, defaults.shift),
        spec.number(STROKE, defaults.stroke),
        spec.number(ELASTIC, defaults.elastic),
        spec.number(SIGMA, defaults.sigma),
        spec.flag(CENTER, defaults.center));
  }

  /**
   * The settings for a manifest.
   *
   * @return every setting by its name, in a fixed order; unmodifiable
   */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(ROTATE, PlainNumber.format(rotate));
    map.put(SCALE, PlainNumber.format(scale));
    map.put(SHEAR, PlainNumber.format(shear));
    map.put(SHIFT, PlainNumber.format(shift));
    map.put(STROKE, PlainNumber.format(stroke));
    map.put(ELASTIC, PlainNumber.format(elastic));
    map.put(SIGMA, PlainNumber.format(sigma));
    map.put(CENTER, Boolean.toString(center));
    return Collections.unmodifiableMap(map);
  }

  /**
   * The settings of several kinds of copies for a manifest.
   *
   * @param kinds at least one
   * @return of one kind what {@link #toMap()} says; of several {@code kind1.rotate} and so on;
   *     unmodifiable
   */
  public static Map<String, String> toMap(List<AugmentationSettings> kinds) {
    if (kinds.size() == 1) {
      return kinds.get(0).toMap();
    }
    Map<String, String> map = new LinkedHashMap<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      String prefix = "kind%d.".formatted(kind + 1);
      kinds.get(kind).toMap().forEach((name, value) -> map.put(prefix + name, value));
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * The settings in one line, which {@link #parse} reads.
   *
   * @return such as {@code "rotate=8,scale=0.1,..."}, every setting named
   */
  public String spec() {
    return ComponentSpec.join(toMap());
  }

  private static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "augmentation: %s must be in %s..%s, not %s"
              .formatted(
                  name,
                  PlainNumber.format(least),
                  PlainNumber.format(most),
                  Double.isFinite(value) ? PlainNumber.format(value) : value));
    }
  }
}
