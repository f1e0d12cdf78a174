package io.github.inkling.core.page;

import java.util.List;
import java.util.Map;

/**
 * What stands on a sheet that is held in some way.
 *
 * @param ink the ink it was read from
 * @param lines digits from left to right, line by line
 * @param dropped what is not among them, and why
 * @param dissection pieces and cuts, if somebody wants to see them
 */
record Contents(
    SheetInk ink,
    List<List<Reading>> lines,
    Map<Piece, Dropped.Reason> dropped,
    Dissection dissection) {
  /** Held another way, of 87 made-up pages none had more than 88 % of its ink read. */
  private static final double UPRIGHT_SHARE = 0.95;

  /** Fewer digits may all be such as stand on their head as well: 16891. */
  private static final int ENOUGH_DIGITS = 20;

  /** How well it reads: the ink of all digits, each counted by how sure it is. */
  double score() {
    return lines.stream()
        .flatMap(List::stream)
        .mapToDouble(r -> r.piece().area() * r.confidence() * r.confidence())
        .sum();
  }

  /** The share of all ink that is surely digits, 0 to 1. */
  double share() {
    double ink =
        lines.stream().flatMap(List::stream).mapToDouble(r -> r.piece().area()).sum()
            + dropped.keySet().stream().mapToDouble(Piece::area).sum();
    return ink == 0 ? 0 : score() / ink;
  }

  /** Whether it reads so well that no other way to hold the sheet need be tried. */
  boolean isSurelyUpright() {
    return lines.stream().mapToInt(List::size).sum() >= ENOUGH_DIGITS && share() >= UPRIGHT_SHARE;
  }
}
