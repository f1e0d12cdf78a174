package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of ink cut into slices where digits might touch: along paths from top to bottom that
 * cross as little ink as they can, found by dynamic programming in bands of columns (seams).
 *
 * @param slices from left to right; the piece alone if there is nowhere to cut
 * @param seams between each slice and the next one
 */
record Cuts(List<Piece> slices, List<Seam> seams) {
  private static final int MOST_CUTS = 10;

  /** A seam may run along a stroke for this share of a digit's height. */
  private static final double MOST_INK = 0.8;

  private static final float ASIDE = 0.3f;
  private static final float PAPER_COST = 0.02f;

  /** A piece that is not cut. */
  static Cuts none(Piece piece) {
    return new Cuts(List.of(piece), List.of());
  }

  /** Cuts a piece of a line of digits that are so many pixels high. */
  static Cuts of(Piece piece, double digitHeight) {
    List<Seam> seams = new ArrayList<>();
    double step = Math.max(2, digitHeight / 9);
    double reach = Math.max(2, digitHeight / 7);
    for (double x = step; x < piece.width() - step / 2; x += step) {
      Seam seam =
          seam(
              piece,
              (int) Math.max(0, Math.round(x - reach)),
              (int) Math.min(piece.width() - 1, Math.round(x + reach)));
      if (seam.ink() <= MOST_INK * digitHeight) {
        seams.add(seam);
      }
    }
    seams.sort(Comparator.comparingDouble(Seam::ink));
    List<Seam> kept = new ArrayList<>();
    int most =
        (int) Math.min(2.0 * MOST_CUTS, MOST_CUTS * Math.max(1, piece.width() / (2 * digitHeight)));
    for (Seam seam : seams) {
      boolean isNew =
          kept.stream().allMatch(other -> Math.abs(other.middle() - seam.middle()) >= 0.8 * step);
      if (isNew && kept.size() < most) {
        kept.add(seam);
      }
    }
    kept.sort(Comparator.comparingDouble(Seam::middle));
    return slice(piece, kept);
  }

  private static Seam seam(Piece piece, int from, int to) {
    int width = to - from + 1;
    int height = piece.height();
    float[] cost = new float[width];
    byte[] step = new byte[width * height];
    for (int y = 0; y < height; y++) {
      float[] next = new float[width];
      for (int i = 0; i < width; i++) {
        float least = cost[i];
        if (y > 0) {
          if (i > 0 && cost[i - 1] + ASIDE < least) {
            least = cost[i - 1] + ASIDE;
            step[y * width + i] = -1;
          }
          if (i < width - 1 && cost[i + 1] + ASIDE < least) {
            least = cost[i + 1] + ASIDE;
            step[y * width + i] = 1;
          }
        }
        next[i] = least + (piece.at(from + i, y) != 0 ? 1 : PAPER_COST);
      }
      cost = next;
    }
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (cost[i] < cost[best]) {
        best = i;
      }
    }
    int[] columns = new int[height];
    double ink = 0;
    for (int y = height - 1, i = best; y >= 0; y--) {
      columns[y] = from + i;
      ink += piece.at(from + i, y) != 0 ? 1 : 0;
      i += step[y * width + i];
    }
    return new Seam(piece.box(), columns, ink);
  }

  private static Cuts slice(Piece piece, List<Seam> seams) {
    List<Piece> slices = new ArrayList<>();
    List<Seam> between = new ArrayList<>();
    for (int s = 0; s <= seams.size(); s++) {
      byte[] levels = new byte[piece.width() * piece.height()];
      for (int y = 0; y < piece.height(); y++) {
        int from = s == 0 ? 0 : Math.max(0, seams.get(s - 1).column(y));
        int to = s == seams.size() ? piece.width() : seams.get(s).column(y);
        for (int x = from; x < to; x++) {
          levels[y * piece.width() + x] = (byte) piece.at(x, y);
        }
      }
      Piece slice = new Piece(piece.box(), levels);
      if (slice.area() > 0) {
        if (!slices.isEmpty()) {
          between.add(seams.get(s - 1));
        }
        slices.add(slice.trimmed());
      }
    }
    return new Cuts(slices, between);
  }
}
