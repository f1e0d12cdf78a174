package io.github.inkling.core.page;

import io.github.inkling.core.page.Dropped.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Tells lines of digits from what merely resembles them, such as the grain of a table: by what the
 * recognizer says, and by what the lines of a page have in common.
 */
final class LineJudge {
  /** Beside sure digits a doubtful one is believed; alone it must be sure itself. */
  private static final double LEAST_IN_LINE = 0.12;

  private static final double SURE = 0.8;
  private static final double LEAST_ALONE = 0.9;
  private static final double LEAST_MEAN = 0.6;

  /** Ink that is weaker than this share of the page's is no ink, but shows through or is shadow. */
  private static final double LEAST_STRENGTH = 0.33;

  private static final double MOST_RATIO = 3.2;

  private LineJudge() {}

  /** The readings that are digits, line by line; the others are dropped. */
  static List<List<Reading>> digits(
      List<List<Reading>> lines, InkMap map, Map<Piece, Reason> dropped) {
    List<Reading> sure = new ArrayList<>();
    for (List<Reading> line : lines) {
      for (Reading reading : line) {
        if (reading.confidence() >= SURE) {
          sure.add(reading);
        }
      }
    }
    double strength = median(sure.stream().mapToDouble(r -> r.piece().strength()).toArray());
    double height = median(sure.stream().mapToDouble(r -> r.piece().height()).toArray());
    List<List<Reading>> kept = new ArrayList<>();
    for (List<Reading> line : lines) {
      List<Reading> digits = new ArrayList<>();
      for (Reading reading : line) {
        boolean fits =
            reading.confidence() >= LEAST_IN_LINE
                && reading.piece().strength() >= LEAST_STRENGTH * strength
                && reading.piece().height() <= MOST_RATIO * height
                && height <= MOST_RATIO * reading.piece().height();
        if (fits) {
          digits.add(reading);
        } else {
          dropped.put(reading.piece(), Reason.UNLIKE_ANY_DIGIT);
        }
      }
      if (isLine(digits, map)) {
        kept.add(digits);
      } else {
        digits.forEach(reading -> dropped.put(reading.piece(), Reason.UNLIKE_ANY_DIGIT));
      }
    }
    return kept;
  }

  private static boolean isLine(List<Reading> digits, InkMap map) {
    if (digits.isEmpty()) {
      return false;
    }
    double mean = digits.stream().mapToDouble(Reading::confidence).average().orElseThrow();
    return digits.size() > 1
        ? mean >= LEAST_MEAN
        : mean >= LEAST_ALONE && !isAtBorder(digits.get(0).piece(), map);
  }

  private static boolean isAtBorder(Piece piece, InkMap map) {
    return piece.x() <= 1
        || piece.y() <= 1
        || piece.right() >= map.width() - 1
        || piece.bottom() >= map.height() - 1;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }
}
