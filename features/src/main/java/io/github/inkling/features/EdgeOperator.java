package io.github.inkling.features;

import java.util.Locale;

/** What tells where the edges of a digit are. */
public enum EdgeOperator {
  /** Every pixel, by the magnitude of its Sobel gradient. */
  SOBEL,
  /**
   * The thin edges of Canny, "A computational approach to edge detection", IEEE TPAMI 8 (1986),
   * each pixel alike.
   */
  CANNY;

  /**
   * The operator as a setting.
   *
   * @return {@code sobel} or {@code canny}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
