package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds lines among pieces of ink: a chain of neighbours that stand beside each other, split where
 * a gutter runs through several lines.
 */
final class LineFinder {
  private static final double MOST_OFFSET = 0.55;
  private static final double MOST_RATIO = 2.6;
  private static final double MOST_GAP = 7;

  /** A gutter is so many digits' heights wide. */
  private static final double GUTTER = 1.2;

  private static final int LINES_OF_A_COLUMN = 3;

  private LineFinder() {}

  /** Pieces in lines, each from left to right, the lines in reading order. */
  static List<List<Piece>> find(List<Piece> pieces, List<Piece> loose) {
    List<List<Piece>> lines = find(pieces);
    for (Piece piece : loose) {
      List<Piece> nearest = null;
      double least = Double.POSITIVE_INFINITY;
      for (List<Piece> line : lines) {
        for (Piece other : line) {
          if (piece.gapTo(other) < least) {
            least = piece.gapTo(other);
            nearest = line;
          }
        }
      }
      if (nearest != null) {
        nearest.add(piece);
      }
    }
    lines.forEach(line -> line.sort(Comparator.comparingDouble(Piece::centerX)));
    return lines;
  }

  private static List<List<Piece>> find(List<Piece> pieces) {
    double height = Median.of(pieces.stream().mapToDouble(Piece::height));
    List<List<Piece>> lines = new ArrayList<>();
    for (List<Piece> column : columns(pieces, height)) {
      List<List<Piece>> inColumn = chains(column);
      inColumn.sort(Comparator.comparingDouble(LineFinder::middle));
      lines.addAll(inColumn);
    }
    return lines;
  }

  private static double middle(List<Piece> line) {
    return line.stream().mapToDouble(Piece::centerY).average().orElse(0);
  }

  /** Splits at gutters: columns without ink that have several lines on either side. */
  private static List<List<Piece>> columns(List<Piece> pieces, double height) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingInt(Piece::x));
    int covered = Integer.MIN_VALUE;
    for (int i = 0; i < sorted.size(); i++) {
      if (i > 0 && sorted.get(i).x() - covered >= GUTTER * height) {
        List<Piece> left = sorted.subList(0, i);
        List<Piece> right = sorted.subList(i, sorted.size());
        if (lineCount(left) >= LINES_OF_A_COLUMN && lineCount(right) >= LINES_OF_A_COLUMN) {
          List<List<Piece>> columns = new ArrayList<>();
          columns.add(left);
          columns.addAll(columns(right, height));
          return columns;
        }
      }
      covered = Math.max(covered, sorted.get(i).right());
    }
    return List.of(sorted);
  }

  private static long lineCount(List<Piece> pieces) {
    return chains(pieces).stream().filter(line -> line.size() >= 2).count();
  }

  private static List<List<Piece>> chains(List<Piece> pieces) {
    int[] root = new int[pieces.size()];
    Arrays.setAll(root, i -> i);
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(Piece::centerX));
    for (int i = 0; i < sorted.size(); i++) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = i + 1; j < sorted.size(); j++) {
        double distance = distance(sorted.get(i), sorted.get(j));
        if (distance < least) {
          least = distance;
          best = j;
        }
      }
      if (best >= 0) {
        join(root, i, best);
      }
    }
    List<List<Piece>> lines = new ArrayList<>();
    int[] line = new int[sorted.size()];
    Arrays.fill(line, -1);
    for (int i = 0; i < sorted.size(); i++) {
      int r = find(root, i);
      if (line[r] < 0) {
        line[r] = lines.size();
        lines.add(new ArrayList<>());
      }
      lines.get(line[r]).add(sorted.get(i));
    }
    return lines;
  }

  /** How far the right one is from the left one; infinite if they stand in different lines. */
  private static double distance(Piece left, Piece right) {
    double height = Math.max(left.height(), right.height());
    double smaller = Math.min(left.height(), right.height());
    double offset = Math.abs(left.centerY() - right.centerY());
    double gap = right.x() - left.right();
    double overlap = Math.min(left.bottom(), right.bottom()) - Math.max(left.y(), right.y());
    if (height > MOST_RATIO * smaller
        || offset > MOST_OFFSET * height
        || overlap < 0.35 * smaller
        || gap > MOST_GAP * height) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(0, gap) + 1.5 * offset;
  }

  private static void join(int[] root, int a, int b) {
    root[find(root, b)] = find(root, a);
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
