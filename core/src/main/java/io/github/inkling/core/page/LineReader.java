package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads lines: cuts pieces where digits might touch, joins what might belong to one digit, lets the
 * recognizer judge every combination and takes the most probable path (over-segmentation).
 */
final class LineReader {
  private static final int MOST_JOINED = 6;
  private static final double WIDEST = 1.5;

  private final DigitRecognizer recognizer;

  LineReader(DigitRecognizer recognizer) {
    this.recognizer = recognizer.answeringAll();
  }

  List<Reading> readAll(List<Piece> pieces) {
    List<GrayImage> images = new ArrayList<>();
    for (Piece piece : pieces) {
      images.add(piece.toImage());
    }
    List<Prediction> predictions = recognizer.recognizeAll(images);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      readings.add(new Reading(pieces.get(i), predictions.get(i)));
    }
    return readings;
  }

  /** A group of consecutive parts. */
  private record Group(int from, int to, Piece piece) {}

  /** The digits of a line from left to right. */
  List<Reading> read(List<Piece> line) {
    double height = height(line);
    List<Piece> parts = new ArrayList<>();
    List<Integer> source = new ArrayList<>();
    List<Reading> whole = readAll(line);
    for (int i = 0; i < line.size(); i++) {
      Piece piece = line.get(i);
      boolean sure = whole.get(i).confidence() > 0.95 && piece.width() < 1.1 * height;
      List<Piece> slices =
          sure || piece.width() < 0.55 * height ? List.of(piece) : Cuts.slices(piece, height);
      for (Piece slice : slices) {
        parts.add(slice);
        source.add(i);
      }
    }
    // Slices of one piece stay together; pieces are ordered by their middles.
    List<Group> groups = new ArrayList<>();
    for (int from = 0; from < parts.size(); from++) {
      Piece joined = null;
      for (int to = from; to < Math.min(parts.size(), from + MOST_JOINED); to++) {
        Piece part = parts.get(to);
        if (joined != null
            && !mayJoin(joined, part, source.get(to).equals(source.get(to - 1)), height)) {
          break;
        }
        joined = joined == null ? part : joined.union(part);
        boolean tooWide = joined.width() > WIDEST * height && to > from;
        if (tooWide) {
          break;
        }
        groups.add(new Group(from, to + 1, joined));
      }
    }
    List<Reading> readings = readAll(groups.stream().map(Group::piece).toList());
    return bestPath(groups, readings, parts, height);
  }

  private static boolean mayJoin(Piece left, Piece right, boolean samePiece, double height) {
    if (samePiece) {
      return true;
    }
    double overlap = Math.min(left.right(), right.right()) - Math.max(left.x(), right.x());
    double smaller = Math.min(left.width(), right.width());
    double area =
        Math.min(left.area(), right.area()) / (double) Math.max(left.area(), right.area());
    double gap = -overlap;
    return overlap >= 0.3 * smaller || (area < 0.4 && gap < 0.25 * height);
  }

  private static List<Reading> bestPath(
      List<Group> groups, List<Reading> readings, List<Piece> parts, double height) {
    int n = parts.size();
    double[] best = new double[n + 1];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    int[] via = new int[n + 1];
    Arrays.fill(via, -1);
    Map<Integer, List<Integer>> byStart = new HashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      byStart.computeIfAbsent(groups.get(g).from, k -> new ArrayList<>()).add(g);
    }
    for (int at = 0; at < n; at++) {
      double skip = best[at] + dropCost(parts.get(at), height);
      if (skip > best[at + 1]) {
        best[at + 1] = skip;
        via[at + 1] = -1;
      }
      for (int g : byStart.getOrDefault(at, List.of())) {
        Group group = groups.get(g);
        double score = best[at] + score(readings.get(g), height);
        if (score > best[group.to]) {
          best[group.to] = score;
          via[group.to] = g;
        }
      }
    }
    List<Reading> path = new ArrayList<>();
    for (int at = n; at > 0; ) {
      if (via[at] < 0) {
        at--;
      } else {
        path.add(readings.get(via[at]));
        at = groups.get(via[at]).from;
      }
    }
    path.sort(Comparator.comparingDouble(r -> r.piece().centerX()));
    return path;
  }

  private static double score(Reading reading, double height) {
    Piece piece = reading.piece();
    double size = Math.log(Math.max(piece.height(), 0.5 * piece.width()) / height);
    return Math.log(Math.max(1e-4, reading.confidence())) - 2.5 * size * size;
  }

  /** What it costs to leave a part unread: the more, the more ink it has. */
  private static double dropCost(Piece part, double height) {
    double share = part.area() / (0.12 * height * height);
    return share < 0.2 ? -1 : -1 - 5 * Math.min(1, share);
  }

  static double height(List<Piece> line) {
    int tallest = line.stream().mapToInt(Piece::height).max().orElseThrow();
    int[] heights =
        line.stream().mapToInt(Piece::height).filter(h -> h >= 0.4 * tallest).sorted().toArray();
    return heights[heights.length / 2];
  }
}
