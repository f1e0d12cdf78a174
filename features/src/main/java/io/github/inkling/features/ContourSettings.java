package io.github.inkling.features;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;

/**
 * How contours are described. Immutable.
 *
 * @param fourier harmonics of either sense of rotation that the outer contour is described by
 * @param grid zones of the histogram of Freeman's chain code
 */
public record ContourSettings(int fourier, GridSize grid) {
  /**
   * Checks the settings.
   *
   * @param fourier 0 to 32
   * @param grid 1 to 28 columns and rows
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public ContourSettings {
    SettingRange.require("contours' fourier", fourier, 0, 32);
  }

  /**
   * What suits digits.
   *
   * @return the default settings
   */
  public static ContourSettings defaults() {
    return new ContourSettings(8, new GridSize(4, 4));
  }

  /**
   * Reads settings.
   *
   * @param spec such as {@code contours:fourier=8,grid=2x2}; what is left out is as in {@link
   *     #defaults()}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static ContourSettings parse(ComponentSpec spec) {
    spec.allow("fourier", "grid");
    ContourSettings defaults = defaults();
    return new ContourSettings(
        spec.integer("fourier", defaults.fourier), GridSize.parse(spec, "grid", defaults.grid));
  }

  /**
   * The settings as text, each of them spelled out.
   *
   * @return what {@link #parse} reads
   */
  public String spec() {
    return "contours:fourier=" + fourier + ",grid=" + grid;
  }
}
