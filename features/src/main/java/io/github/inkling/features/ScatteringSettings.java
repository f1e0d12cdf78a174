package io.github.inkling.features;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;
import java.util.Locale;

/**
 * How a digit is scattered. Immutable.
 *
 * @param scales sizes of wavelets, each twice the one before; means are taken at places that lie
 *     {@code 2^scales} pixels apart
 * @param orientations of the wavelets of one scale, over 180 degrees
 * @param order how many wavelets a path goes through at most
 * @param root whether each value is replaced by its square root
 */
public record ScatteringSettings(int scales, int orientations, int order, boolean root) {
  /**
   * Checks the settings.
   *
   * @param scales 1 to 4
   * @param orientations 1 to 16
   * @param order 0 to 2
   * @param root true or false
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public ScatteringSettings {
    SettingRange.require("scattering's scales", scales, 1, 4);
    SettingRange.require("scattering's orientations", orientations, 1, 16);
    SettingRange.require("scattering's order", order, 0, 2);
  }

  /**
   * 3 scales of 8 orientations to the second order, with the square root; 3,472 features.
   *
   * @return the default settings
   */
  public static ScatteringSettings defaults() {
    return new ScatteringSettings(3, 8, 2, true);
  }

  /**
   * Reads settings.
   *
   * @param spec such as {@code scattering:scales=3,orientations=8,order=2,root=true}; what is left
   *     out is as in {@link #defaults()}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static ScatteringSettings parse(ComponentSpec spec) {
    spec.allow("scales", "orientations", "order", "root");
    ScatteringSettings defaults = defaults();
    return new ScatteringSettings(
        spec.integer("scales", defaults.scales),
        spec.integer("orientations", defaults.orientations),
        spec.integer("order", defaults.order),
        spec.flag("root", defaults.root));
  }

  /**
   * The settings as text, each of them spelled out.
   *
   * @return what {@link #parse} reads
   */
  public String spec() {
    return String.format(
        Locale.ROOT,
        "scattering:scales=%d,orientations=%d,order=%d,root=%s",
        scales,
        orientations,
        order,
        root);
  }

  /** Places along each side at which means are taken. */
  int places() {
    return ScatteringFilters.SIZE >> scales;
  }

  /** Sequences of wavelets, each larger than the one before; the empty one is one of them. */
  int paths() {
    int first = order >= 1 ? scales * orientations : 0;
    int second = order >= 2 ? scales * (scales - 1) / 2 * orientations * orientations : 0;
    return 1 + first + second;
  }
}
