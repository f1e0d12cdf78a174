package io.github.inkling.features;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.SettingRange;
import java.util.Locale;

/**
 * How the histogram of edge directions is made. Immutable.
 *
 * @param operator what finds the edges
 * @param grid zones with a histogram each
 * @param bins directions of a histogram, over 360 degrees
 */
public record EdgeSettings(EdgeOperator operator, GridSize grid, int bins) {
  /**
   * Checks the settings.
   *
   * @param operator what finds the edges
   * @param grid 1 to 28 columns and rows
   * @param bins 2 to 64
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public EdgeSettings {
    SettingRange.require("edges' bins", bins, 2, 64);
  }

  /**
   * What was best on a validation split of MNIST among 4 x 4 to 7 x 7 zones, see
   * docs/benchmarks.md.
   *
   * @return the default settings
   */
  public static EdgeSettings defaults() {
    return new EdgeSettings(EdgeOperator.SOBEL, new GridSize(6, 6), 8);
  }

  /**
   * Reads settings.
   *
   * @param spec such as {@code edges:operator=canny,grid=4x4,bins=8}; what is left out is as in
   *     {@link #defaults()}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static EdgeSettings parse(ComponentSpec spec) {
    spec.allow("operator", "grid", "bins");
    EdgeSettings defaults = defaults();
    String operator =
        spec.option("operator", defaults.operator.toString(), "sobel", "canny")
            .toUpperCase(Locale.ROOT);
    return new EdgeSettings(
        EdgeOperator.valueOf(operator),
        GridSize.parse(spec, "grid", defaults.grid),
        spec.integer("bins", defaults.bins));
  }

  /**
   * The settings as text, each of them spelled out.
   *
   * @return what {@link #parse} reads
   */
  public String spec() {
    return "edges:operator=" + operator + ",grid=" + grid + ",bins=" + bins;
  }
}
