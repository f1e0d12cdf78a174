package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out how a sheet was held: which of its sides is up, and how much its lines slope. */
final class Upright {
  private static final int MOST_ASKED = 120;

  /** Smaller pieces, in pixels, are not worth asking about. */
  private static final int LEAST_SIZE = 12;

  /** A piece fills more of its box than the corner of a frame does. */
  private static final double LEAST_FILL = 0.04;

  /** The next best way up must be so much worse for the best one to be taken at once. */
  private static final double CLEARLY_BETTER = 1.35;

  /** Of so many sure pieces, few are sure by chance. */
  private static final double ENOUGH = 4;

  private static final double WORTH_READING = 0.6;
  private static final int WAYS = 4;

  private static final double STEEPEST = 20;
  private static final double STEP = 0.25;

  /** Another slope than none must align so much more. */
  private static final double BETTER = 1.03;

  private Upright() {}

  /**
   * The ways a sheet might have to be turned to stand upright, by what single pieces look like.
   *
   * @param pieces the sheet's ink as it is held
   * @param most larger ones, in pixels, are no digits
   * @return right angles clockwise, 0 to 3: one if it is clear, else several, as a rule the better
   *     first
   */
  static List<Integer> candidates(List<Piece> pieces, int most, Readings readings) {
    List<Piece> asked = plausible(pieces, most);
    List<Piece> turned =
        IntStream.range(0, WAYS)
            .boxed()
            .flatMap(way -> asked.stream().map(piece -> piece.turned(way)))
            .toList();
    double[] sums = new double[WAYS];
    Iterator<Reading> looks = readings.of(turned).iterator();
    for (int way = 0; way < WAYS; way++) {
      for (int i = 0; i < asked.size(); i++) {
        sums[way] += looks.next().confidence();
      }
    }
    List<Integer> ways =
        IntStream.range(0, WAYS)
            .boxed()
            .sorted(Comparator.comparingDouble(way -> -sums[way]))
            .toList();
    double best = sums[ways.get(0)];
    boolean isClear = best >= ENOUGH && best >= CLEARLY_BETTER * sums[ways.get(1)];
    return isClear
        ? ways.subList(0, 1)
        : ways.stream().filter(way -> sums[way] >= WORTH_READING * best).toList();
  }

  /** The largest pieces that might be digits. */
  static List<Piece> plausible(List<Piece> pieces, int most) {
    return pieces.stream()
        .filter(piece -> piece.size() >= LEAST_SIZE && piece.size() <= most)
        .filter(piece -> piece.area() > LEAST_FILL * piece.width() * piece.height())
        .limit(MOST_ASKED)
        .toList();
  }

  /**
   * How much lines slope.
   *
   * @param height the height of digits
   * @return degrees clockwise, within 20; 0 if no slope aligns clearly more digits
   */
  static double slope(List<Piece> pieces, double height) {
    List<Piece> digits = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.height() > 0.6 * height && piece.height() < 1.7 * height) {
        digits.add(piece);
      }
    }
    List<Piece> some = digits.subList(0, Math.min(2 * MOST_ASKED, digits.size()));
    double best = 0;
    double most = BETTER * aligned(some, 0, height);
    for (double degrees = -STEEPEST; degrees <= STEEPEST; degrees += STEP) {
      double score = aligned(some, degrees, height);
      if (score > most) {
        most = score;
        best = degrees;
      }
    }
    return best;
  }

  /** How many pairs of neighbours stand on a line of a slope, each by how exactly it does. */
  private static double aligned(List<Piece> digits, double degrees, double height) {
    double slope = Math.tan(Math.toRadians(degrees));
    double sum = 0;
    for (int i = 0; i < digits.size(); i++) {
      Piece one = digits.get(i);
      for (int j = i + 1; j < digits.size(); j++) {
        double dx = digits.get(j).centerX() - one.centerX();
        double dy = digits.get(j).centerY() - one.centerY();
        double far = Math.abs(dx);
        if (far > 0.3 * height && far < 6 * height && Math.abs(dy) < 0.8 * far) {
          double off = (dy - slope * dx) / (0.15 * height);
          sum += Math.exp(-off * off);
        }
      }
    }
    return sum;
  }
}
