package io.github.inkling.features;

import java.math.BigDecimal;

/** Numbers as they stand in a specification: no exponent, no trailing zeros. */
final class PlainNumber {
  private PlainNumber() {}

  static String format(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
