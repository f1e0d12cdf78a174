package io.github.inkling.evaluation.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All numbers from one to another, both included.
 *
 * @param from the least
 * @param to the largest, above {@code from}
 * @param linear whether each number is drawn as often as any other; else each order of magnitude is
 * @param whole whether whole numbers alone are drawn; others have three significant digits, or six
 *     if drawn evenly
 */
record NumberRange(BigDecimal from, BigDecimal to, boolean linear, boolean whole)
    implements SettingValues {
  private static final Pattern RANGE = Pattern.compile("([^,]*?)\\.\\.([^,]*)(,.*)?");
  private static final MathContext DIGITS = new MathContext(3);

  /** An even range may lie far from 0, as compared with its width. */
  private static final MathContext EVEN_DIGITS = new MathContext(6);

  /** Whether a text is meant as a range. */
  static boolean isRange(String text) {
    return text.contains("..");
  }

  /** Reads {@code 0.01..1}, or {@code 0..0.5,linear}. */
  static NumberRange parse(String setting, String text) {
    Matcher matcher = RANGE.matcher(text);
    String scale = matcher.matches() && matcher.group(3) != null ? matcher.group(3) : "";
    if (!matcher.matches() || !(scale.isEmpty() || scale.equals(",linear"))) {
      throw new IllegalArgumentException(
          "'%s': '%s' is not a range; expected such as 0.01..1 or 0..0.5,linear"
              .formatted(setting, text));
    }
    BigDecimal from = number(setting, matcher.group(1));
    BigDecimal to = number(setting, matcher.group(2));
    if (from.compareTo(to) >= 0) {
      throw new IllegalArgumentException(
          from.compareTo(to) > 0
              ? "'%s': the range is reversed; write %s..%s%s"
                  .formatted(setting, matcher.group(2), matcher.group(1), scale)
              : "'%s': the range has one value alone; write %s"
                  .formatted(setting, matcher.group(1)));
    }
    if (scale.isEmpty() && from.signum() <= 0) {
      throw new IllegalArgumentException(
          ("'%s': a range is drawn by orders of magnitude, so it must be above 0; to draw it"
                  + " evenly, write %s,linear")
              .formatted(setting, text));
    }
    boolean whole = (matcher.group(1) + matcher.group(2)).matches("[-0-9]+");
    return new NumberRange(from, to, !scale.isEmpty(), whole);
  }

  @Override
  public String draw(Random random) {
    double share = random.nextDouble();
    double low = from.doubleValue();
    double end = to.doubleValue() + (whole ? 1 : 0);
    double drawn =
        linear
            ? low + share * (end - low)
            : StrictMath.exp(
                StrictMath.log(low) + share * (StrictMath.log(end) - StrictMath.log(low)));
    BigDecimal value =
        whole
            ? BigDecimal.valueOf((long) Math.floor(drawn))
            : new BigDecimal(drawn).round(linear ? EVEN_DIGITS : DIGITS);
    BigDecimal within = value.max(from).min(to);
    return within.signum() == 0 ? "0" : within.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal number(String setting, String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      double nearest = number.doubleValue();
      if (Double.isInfinite(nearest) || (nearest == 0 && number.signum() != 0)) {
        throw new IllegalArgumentException(
            "'%s': %s is too %s to be computed with"
                .formatted(setting, text.strip(), nearest == 0 ? "small" : "large"));
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s': '%s' is not a number; expected a range such as 0.01..1".formatted(setting, text),
          e);
    }
  }
}
