package io.github.inkling.features;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;

/**
 * How a digit is divided into zones. Immutable.
 *
 * @param grid the zones
 * @param directions stroke directions told apart in each zone, over 180 degrees; 0 for none
 * @param soft whether a pixel is shared between the zones around it, or belongs to one alone
 */
public record ZoningSettings(GridSize grid, int directions, boolean soft) {
  /**
   * Checks the settings.
   *
   * @param grid 1 to 28 columns and rows
   * @param directions 0, or 2 to 32
   * @param soft true or false
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public ZoningSettings {
    if (directions != 0) {
      SettingRange.require("zoning's directions", directions, 2, 32);
    }
  }

  /**
   * What was good on a validation split of MNIST while still small, see docs/benchmarks.md: ink in
   * 7 x 7 soft zones.
   *
   * @return the default settings
   */
  public static ZoningSettings defaults() {
    return new ZoningSettings(new GridSize(7, 7), 0, true);
  }

  /**
   * Reads settings.
   *
   * @param spec such as {@code zoning:4x4,directions=4,soft=true}; what is left out is as in {@link
   *     #defaults()}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static ZoningSettings parse(ComponentSpec spec) {
    spec.allow("", "directions", "soft");
    ZoningSettings defaults = defaults();
    return new ZoningSettings(
        GridSize.parse(spec, "", defaults.grid),
        spec.integer("directions", defaults.directions),
        spec.flag("soft", defaults.soft));
  }

  /**
   * The settings as text, each of them spelled out.
   *
   * @return what {@link #parse} reads
   */
  public String spec() {
    return "zoning:" + grid + ",directions=" + directions + ",soft=" + soft;
  }
}
