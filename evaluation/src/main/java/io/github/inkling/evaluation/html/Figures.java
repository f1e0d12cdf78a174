package io.github.inkling.evaluation.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written, in every locale the same. */
final class Figures {
  /** Stands for what was not measured or has no value. */
  static final String NONE = "–";

  private static final MathContext TICK_DIGITS = new MathContext(6);

  private Figures() {}

  /** A proportion in percent, without the sign: {@code 0.73}. */
  static String percent(double proportion) {
    return decimals(100 * proportion, 2);
  }

  /** Two proportions in percent: {@code 0.58–0.92}. */
  static String percents(double from, double to) {
    return percent(from) + "–" + percent(to);
  }

  static String decimals(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A probability that chance alone would do it: {@code 0.032}, {@code < 0.001}. */
  static String pValue(double probability) {
    return probability < 0.001 ? "< 0.001" : decimals(probability, 3);
  }

  /** The number beside a tick, without digits that say nothing: {@code 0.5}, {@code 10,000}. */
  static String tick(double value) {
    BigDecimal number = new BigDecimal(value).round(TICK_DIGITS).stripTrailingZeros();
    int decimals = Math.max(0, number.scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
