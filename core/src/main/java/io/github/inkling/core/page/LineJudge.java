package io.github.inkling.core.page;

import io.github.inkling.core.page.Dropped.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells lines of digits from what merely resembles them, such as words and the grain of a table: by
 * what the recognizer says of a digit and its neighbours, and by what the lines of a page have in
 * common.
 */
final class LineJudge {
  /** Beside sure digits a doubtful one is believed; alone it must be sure itself. */
  private static final double LEAST_IN_LINE = 0.12;

  private static final double SURE = 0.8;
  private static final double LEAST_ALONE = 0.9;

  /** The ink of a number is surely digits, on average; that of a word is not. */
  private static final double LEAST_MEAN = 0.6;

  /** A gap of this share of the line's height ends a number or a word. */
  private static final double GAP = 0.6;

  /** What stands by itself in a line of digits may be less sure. */
  private static final double LEAST_APART = 0.3;

  /** How much a digit that is smaller than its line's is doubted: letters mostly are. */
  private static final double SMALL_DOUBT = 1.7;

  private static final double LARGE_DOUBT = 0.8;

  private static final double MOST_RATIO = 3.2;

  private final InkMap map;
  private final double height;

  private LineJudge(InkMap map, List<Reading> sure) {
    this.map = map;
    height = Median.of(sure.stream().mapToDouble(reading -> reading.piece().height()));
  }

  /** The readings that are digits, line by line; the others are dropped. */
  static List<List<Reading>> digits(
      List<List<Reading>> lines, InkMap map, Map<Piece, Reason> dropped) {
    LineJudge judge = new LineJudge(map, lines.stream().flatMap(l -> sure(l).stream()).toList());
    List<List<Reading>> kept = new ArrayList<>();
    for (List<Reading> line : lines) {
      List<Reading> digits = judge.digits(line);
      for (Reading reading : line) {
        if (!digits.contains(reading)) {
          dropped.put(reading.piece(), Reason.UNLIKE_ANY_DIGIT);
        }
      }
      if (!digits.isEmpty()) {
        kept.add(digits);
      }
    }
    return kept;
  }

  private static List<Reading> sure(List<Reading> readings) {
    return readings.stream().filter(reading -> reading.confidence() >= SURE).toList();
  }

  private List<Reading> digits(List<Reading> line) {
    List<Reading> sure = sure(line);
    double usual =
        sure.isEmpty()
            ? height
            : Median.of(sure.stream().mapToDouble(reading -> reading.piece().height()));
    List<Reading> digits = new ArrayList<>();
    List<Reading> word = new ArrayList<>();
    double right = Double.POSITIVE_INFINITY;
    for (Reading reading : line) {
      if (reading.piece().x() - right > GAP * usual) {
        digits.addAll(digitsOfWord(word, usual));
        word = new ArrayList<>();
        right = Double.NEGATIVE_INFINITY;
      }
      word.add(reading);
      right = word.size() == 1 ? reading.piece().right() : Math.max(right, reading.piece().right());
    }
    digits.addAll(digitsOfWord(word, usual));
    boolean isAlone = digits.size() == 1;
    return isAlone && (belief(digits.get(0), usual) < LEAST_ALONE || isAtBorder(digits.get(0)))
        ? List.of()
        : digits;
  }

  /** The digits of what stands close together: none if most of it is no digit. */
  private List<Reading> digitsOfWord(List<Reading> word, double usual) {
    double ink = 0;
    double believed = 0;
    int sure = 0;
    for (Reading reading : word) {
      double belief = belief(reading, usual);
      ink += reading.piece().area();
      believed += reading.piece().area() * belief;
      sure += belief >= SURE ? 1 : 0;
    }
    double least = word.size() == 1 ? LEAST_APART : LEAST_MEAN;
    return believed >= least * ink || 3 * sure >= 2 * word.size()
        ? word.stream().filter(reading -> fits(reading, usual)).toList()
        : List.of();
  }

  private boolean fits(Reading reading, double usual) {
    return belief(reading, usual) >= LEAST_IN_LINE
        && reading.piece().height() <= MOST_RATIO * height
        && height <= MOST_RATIO * reading.piece().height();
  }

  /** How sure it is, less so if it is much larger or smaller than the line's digits. */
  private static double belief(Reading reading, double usual) {
    double size = Math.log(reading.piece().height() / usual);
    double doubt = size < 0 ? SMALL_DOUBT : LARGE_DOUBT;
    return reading.confidence() * Math.exp(-doubt * size * size);
  }

  private boolean isAtBorder(Reading reading) {
    Piece piece = reading.piece();
    return piece.x() <= 1
        || piece.y() <= 1
        || piece.right() >= map.width() - 1
        || piece.bottom() >= map.height() - 1;
  }
}
