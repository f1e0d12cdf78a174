package io.github.inkling.core.page;

import io.github.inkling.core.page.Dropped.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the ink of a sheet that stands upright: pieces, lines, digits. */
final class ContentsReader {
  /** What is smaller than this share of a digit's height is a part of one at best. */
  private static final double LEAST_SIZE = 0.45;

  /** So is a bar: wide enough for a digit, but not high enough for one of any line. */
  private static final double LEAST_HEIGHT = 0.25;

  /** A part of a digit has at least this share of its height. */
  private static final double LEAST_PART = 0.1;

  private static final double LEAST_AREA = 0.012;

  /** How far a loose part may stand from its digit, as a share of its height. */
  private static final double LOOSE = 0.3;

  private static final double TALLEST = 3;
  private static final double WIDEST = 15;

  /** Slopes below this are left as they are: recognizers do not mind. */
  private static final double LEAST_SLOPE = 1;

  /** Ink that is weaker than this share of the page's shows through, or is a smudge or a shadow. */
  private static final double LEAST_STRENGTH = 0.33;

  private static final double SURE = 0.8;

  private final Readings readings;

  ContentsReader(Readings readings) {
    this.readings = readings;
  }

  /**
   * Reads.
   *
   * @param sheet the ink
   * @param found its pieces
   * @param rough the height of digits, roughly
   * @param dissection sees pieces and cuts
   */
  Contents read(SheetInk sheet, List<Piece> found, double rough, Dissection dissection) {
    SheetInk ink = sheet;
    List<Piece> pieces = found;
    Usual usual = usual(pieces);
    double slope = Upright.slope(pieces, usual.height);
    if (Math.abs(slope) >= LEAST_SLOPE) {
      ink = ink.levelled(slope);
      pieces = Pieces.of(ink.map(), rough);
      usual = usual(pieces);
    }
    dissection.see(pieces);
    Map<Piece, Reason> dropped = new LinkedHashMap<>();
    List<Piece> whole = new ArrayList<>();
    List<Piece> parts = new ArrayList<>();
    sort(pieces, usual, whole, parts, dropped);
    List<List<Reading>> lines =
        LineReader.readAll(LineFinder.find(whole, parts), readings, dissection);
    return new Contents(ink, LineJudge.digits(lines, ink.map(), dropped), dropped, dissection);
  }

  private static void sort(
      List<Piece> pieces,
      Usual usual,
      List<Piece> whole,
      List<Piece> parts,
      Map<Piece, Reason> dropped) {
    double height = usual.height;
    List<Piece> small = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.strength() < LEAST_STRENGTH * usual.strength) {
        dropped.put(piece, Reason.TOO_FAINT);
      } else if (piece.height() > TALLEST * height || piece.width() > WIDEST * height) {
        dropped.put(piece, Reason.TOO_LARGE);
      } else if (piece.size() < LEAST_SIZE * height
          || piece.height() < LEAST_HEIGHT * height
          || piece.area() < LEAST_AREA * height * height) {
        small.add(piece);
      } else {
        whole.add(piece);
      }
    }
    for (Piece piece : small) {
      boolean isPart =
          piece.size() >= LEAST_PART * height
              && whole.stream().anyMatch(other -> piece.gapTo(other) < LOOSE * height);
      if (isPart) {
        parts.add(piece);
      } else {
        dropped.put(piece, Reason.SPECK);
      }
    }
  }

  /** What digits of a page have in common: those that surely are some, or else everything. */
  private record Usual(double height, double strength) {}

  private Usual usual(List<Piece> pieces) {
    List<Piece> asked = Upright.plausible(pieces, Integer.MAX_VALUE);
    List<Piece> sure =
        readings.of(asked).stream()
            .filter(reading -> reading.confidence() > SURE)
            .map(Reading::piece)
            .toList();
    List<Piece> known = sure.isEmpty() ? asked : sure;
    return new Usual(Median.of(known.stream().mapToDouble(Piece::height)), usualStrength(known));
  }

  /**
   * The strength that a quarter of the pieces exceeds: as many as the digits may be the ones that
   * are left of printed lines, which are weaker.
   */
  private static double usualStrength(List<Piece> pieces) {
    double[] sorted = pieces.stream().mapToDouble(Piece::strength).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[3 * sorted.length / 4];
  }
}
