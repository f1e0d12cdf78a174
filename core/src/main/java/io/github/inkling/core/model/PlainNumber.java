package io.github.inkling.core.model;

import java.math.BigDecimal;

/** Numbers as they stand in a specification, see {@link ComponentSpec}. */
public final class PlainNumber {
  private PlainNumber() {}

  /**
   * Writes a number without an exponent, whose sign would be taken for the + between two features,
   * and without trailing zeros; the same in every locale.
   *
   * @param value a finite number
   * @return such as {@code "0.5"} or {@code "10"}
   */
  public static String format(Number value) {
    return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }
}
