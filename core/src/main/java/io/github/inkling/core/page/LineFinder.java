package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** A line of no more pieces may be parts of digits of another line, which has more. */
  private static final int FEW = 2;

  /** Together with what they stand above or below, they are at most so many times as high. */
  private static final double WHOLE = 1.3;

  /** How far parts are from each other at most, as a share of the line's height. */
  private static final double APART = 0.25;

  private LineFinder() {}

  /** Pieces in lines, each from left to right, the lines in reading order. */
  static List<List<Piece>> find(List<Piece> pieces, List<Piece> loose) {
    List<List<Piece>> lines = joined(find(pieces));
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

  /** Gives the upper or lower parts of digits to the line in which the other parts stand. */
  private static List<List<Piece>> joined(List<List<Piece>> lines) {
    List<List<Piece>> joined = new ArrayList<>(lines);
    for (List<Piece> parts : lines) {
      if (parts.size() <= FEW) {
        Optional<List<Piece>> whole =
            lines.stream().filter(line -> line.size() > FEW && areParts(parts, line)).findFirst();
        if (whole.isPresent()) {
          joined.remove(parts);
          whole.get().addAll(parts);
        }
      }
    }
    return joined;
  }

  private static boolean areParts(List<Piece> parts, List<Piece> line) {
    double height = Median.of(line.stream().mapToDouble(Piece::height));
    return parts.stream()
        .allMatch(part -> line.stream().anyMatch(other -> isPart(part, other, height)));
  }

  private static boolean isPart(Piece part, Piece other, double height) {
    return part.box().isInColumnOf(other.box())
        && part.gapTo(other) <= APART * height
        && part.box().union(other.box()).height() <= WHOLE * height;
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
      int nearest = nearest(sorted, i, Integer.MIN_VALUE);
      // It may be a part of the same digit, and too small to lead to the next one.
      int next = nearest(sorted, i, sorted.get(i).right());
      for (int neighbor : new int[] {nearest, next}) {
        if (neighbor >= 0) {
          join(root, i, neighbor);
        }
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

  /**
   * The nearest of the pieces behind one that begin at a column or after it; -1 if none is near.
   */
  private static int nearest(List<Piece> sorted, int piece, int from) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = piece + 1; j < sorted.size(); j++) {
      double distance = distance(sorted.get(piece), sorted.get(j));
      if (distance < least && sorted.get(j).x() >= from) {
        least = distance;
        nearest = j;
      }
    }
    return nearest;
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
