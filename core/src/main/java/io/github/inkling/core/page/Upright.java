package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.List;

/** Finds out how a sheet was held: which of its sides is up, and how much its lines slope. */
final class Upright {
  private static final int MOST_ASKED = 120;
  private static final double BETTER = 1.08;

  private Upright() {}

  /** Right angles by which the map must be turned clockwise, 0 to 3. */
  static int quarters(List<Piece> pieces, LineReader reader, InkMap map) {
    List<Piece> asked = plausible(pieces, map.width(), map.height());
    if (asked.isEmpty()) {
      return 0;
    }
    double[] sums = new double[4];
    for (int quarters = 0; quarters < 4; quarters++) {
      List<Piece> turned = new ArrayList<>();
      for (Piece piece : asked) {
        turned.add(piece.turned(quarters));
      }
      for (Reading reading : reader.readAll(turned)) {
        sums[quarters] += reading.confidence();
      }
    }
    int best = 0;
    for (int quarters = 1; quarters < 4; quarters++) {
      if (sums[quarters] > sums[best]) {
        best = quarters;
      }
    }
    return sums[best] > BETTER * sums[0] ? best : 0;
  }

  private static List<Piece> plausible(List<Piece> pieces, int width, int height) {
    int most = Math.min(width, height) / 2;
    List<Piece> plausible = new ArrayList<>();
    for (Piece piece : pieces) {
      int larger = Math.max(piece.width(), piece.height());
      boolean compact = piece.area() > 0.04 * piece.width() * piece.height();
      if (larger >= 12 && larger <= most && compact && plausible.size() < MOST_ASKED) {
        plausible.add(piece);
      }
    }
    return plausible;
  }

  /** The height of the page's digits, as most of the surest readings have it. */
  static double digitHeight(List<Piece> pieces, LineReader reader) {
    List<Piece> asked = plausible(pieces, Integer.MAX_VALUE, Integer.MAX_VALUE);
    List<Integer> heights = new ArrayList<>();
    for (Reading reading : reader.readAll(asked)) {
      if (reading.confidence() > 0.8) {
        heights.add(reading.piece().height());
      }
    }
    if (heights.isEmpty()) {
      asked.forEach(piece -> heights.add(piece.height()));
    }
    heights.sort(Integer::compare);
    return heights.isEmpty() ? 0 : heights.get(heights.size() / 2);
  }

  /** Degrees clockwise by which the lines slope, within 20. */
  static double skew(List<Piece> pieces, LineReader reader) {
    double height = digitHeight(pieces, reader);
    List<Piece> digits = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.height() > 0.6 * height && piece.height() < 1.7 * height && digits.size() < 300) {
        digits.add(piece);
      }
    }
    double best = 0;
    double most = aligned(digits, 0, height) * 1.03;
    for (double degrees = -20; degrees <= 20; degrees += 0.25) {
      double score = aligned(digits, degrees, height);
      if (score > most) {
        most = score;
        best = degrees;
      }
    }
    return best;
  }

  private static double aligned(List<Piece> digits, double degrees, double height) {
    double slope = Math.tan(Math.toRadians(degrees));
    double sum = 0;
    for (int i = 0; i < digits.size(); i++) {
      for (int j = i + 1; j < digits.size(); j++) {
        double dx = digits.get(j).centerX() - digits.get(i).centerX();
        double dy = digits.get(j).centerY() - digits.get(i).centerY();
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
