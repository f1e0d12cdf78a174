package io.github.inkling.core.page;

import io.github.inkling.core.page.Dropped.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads the ink of a sheet that stands upright: pieces, lines, digits. */
final class ContentsReader {
  /** What is smaller than this share of a digit's height is a part of one at best. */
  private static final double LEAST_SIZE = 0.45;

  /** A part of a digit has at least this share of its height. */
  private static final double LEAST_PART = 0.1;

  private static final double LEAST_AREA = 0.012;

  /** How far a loose part may stand from its digit, as a share of its height. */
  private static final double LOOSE = 0.3;

  private static final double TALLEST = 3;
  private static final double WIDEST = 15;

  /** Slopes below this are left as they are: recognizers do not mind. */
  private static final double LEAST_SLOPE = 1;

  private static final double SURE = 0.8;

  private final LineReader reader;

  ContentsReader(LineReader reader) {
    this.reader = reader;
  }

  /**
   * Reads.
   *
   * @param sheet the ink
   * @param rough the height of digits, roughly
   */
  Contents read(SheetInk sheet, double rough) {
    SheetInk ink = sheet;
    List<Piece> pieces = Pieces.of(ink.map(), rough);
    double height = digitHeight(pieces);
    double slope = Upright.slope(pieces, height);
    if (Math.abs(slope) >= LEAST_SLOPE) {
      ink = ink.levelled(slope);
      pieces = Pieces.of(ink.map(), rough);
      height = digitHeight(pieces);
    }
    Map<Piece, Reason> dropped = new IdentityHashMap<>();
    List<Piece> whole = new ArrayList<>();
    List<Piece> parts = new ArrayList<>();
    sort(pieces, height, whole, parts, dropped);
    List<List<Reading>> lines = reader.readAll(LineFinder.find(whole, parts));
    return new Contents(ink, LineJudge.digits(lines, ink.map(), dropped), dropped);
  }

  private static void sort(
      List<Piece> pieces,
      double height,
      List<Piece> whole,
      List<Piece> parts,
      Map<Piece, Reason> dropped) {
    List<Piece> small = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.height() > TALLEST * height || piece.width() > WIDEST * height) {
        dropped.put(piece, Reason.TOO_LARGE);
      } else if (piece.size() < LEAST_SIZE * height
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

  /** The median height of what is surely a digit, or else of everything. */
  private double digitHeight(List<Piece> pieces) {
    List<Piece> asked = Upright.plausible(pieces, Integer.MAX_VALUE);
    int[] sure =
        reader.judge(asked).stream()
            .filter(reading -> reading.confidence() > SURE)
            .mapToInt(reading -> reading.piece().height())
            .toArray();
    int[] heights = sure.length > 0 ? sure : asked.stream().mapToInt(Piece::height).toArray();
    Arrays.sort(heights);
    return heights.length == 0 ? 0 : heights[heights.length / 2];
  }
}
