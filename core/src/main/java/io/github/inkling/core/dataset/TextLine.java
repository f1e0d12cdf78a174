package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.Prediction;
import java.util.Locale;

/**
 * One line of a data set in text: reads its values, and names the place of what is wrong.
 *
 * @param source the file
 * @param number the line, from 1
 */
record TextLine(Object source, long number) {
  private static final int QUOTED = 24;

  /** A digit's label: a whole number 0 to 9, {@code "6.0000"} included. */
  int label(int column, String value) throws MalformedFileException {
    return whole(column, value, Prediction.CLASSES - 1, "a label");
  }

  /** A whole number from 0, {@code "6.0000"} included. */
  int whole(int column, String value, int max, String what) throws MalformedFileException {
    int fast = upToThreeDigits(value);
    if (fast >= 0 && fast <= max) {
      return fast;
    }
    double number = parse(value);
    if (number >= 0 && number <= max && number == Math.rint(number)) {
      return (int) number;
    }
    throw malformed(
        column,
        "'%s' is not %s; expected a whole number 0..%d".formatted(quoted(value), what, max));
  }

  double between(int column, String value, double min, double max) throws MalformedFileException {
    double number = parse(value);
    if (number >= min && number <= max) {
      return number;
    }
    throw malformed(
        column,
        String.format(Locale.ROOT, "'%s' is not a value in %.0f..%.0f", quoted(value), min, max));
  }

  MalformedFileException malformed(int column, String problem) {
    return new MalformedFileException(
        source, "line %d, column %d: %s".formatted(number, column, problem));
  }

  MalformedFileException malformed(String problem) {
    return new MalformedFileException(source, "line %d: %s".formatted(number, problem));
  }

  /** The value without the pair of double quotes that it may stand in. */
  static String unquoted(String value) {
    int end = value.length() - 1;
    boolean quoted = end > 0 && value.charAt(0) == '"' && value.charAt(end) == '"';
    return quoted ? value.substring(1, end) : value;
  }

  static boolean isNumber(String value) {
    return !Double.isNaN(parse(value));
  }

  /** NaN, which is within no bounds, stands for whatever is no number. */
  private static double parse(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The pixels of most files, many millions of them; -1 if it is something else. */
  private static int upToThreeDigits(String value) {
    if (value.isEmpty() || value.length() > 3) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** Short and without control characters, since it may come from any file. */
  private static String quoted(String value) {
    String clean = value.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= QUOTED ? clean : clean.substring(0, QUOTED) + "...";
  }
}
