package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.List;

/** Keeps how the ink of a sheet was taken apart, if somebody wants to see it. */
final class Dissection {
  private final boolean isKept;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<LineCuts> lines = new ArrayList<>();

  private Dissection(boolean isKept) {
    this.isKept = isKept;
  }

  /** Keeps nothing. */
  static Dissection none() {
    return new Dissection(false);
  }

  static Dissection kept() {
    return new Dissection(true);
  }

  /** Sees the connected pieces of ink. */
  void see(List<Piece> connected) {
    if (isKept) {
      pieces.addAll(connected);
    }
  }

  /** Sees a line, and the best path through it. */
  void see(Segmentation line, List<Reading> path) {
    if (isKept) {
      lines.add(line.cuts(path));
    }
  }

  /** The connected pieces of ink, from the largest to the smallest. */
  List<Piece> pieces() {
    return pieces;
  }

  List<LineCuts> lines() {
    return lines;
  }
}
