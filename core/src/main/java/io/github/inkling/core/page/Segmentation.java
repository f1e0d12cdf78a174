package io.github.inkling.core.page;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * The ways in which a line of ink can be cut into digits: pieces are cut where digits might touch,
 * and whatever follows each other may be joined to a digit. The best path through these groups is
 * the line.
 */
final class Segmentation {
  /** Parts that may make a digit. */
  private static final int MOST_JOINED = 6;

  /** A digit is at most so many times as wide as the line is high. */
  private static final double WIDEST = 1.5;

  /** Whole pieces that are surer are not cut, unless they are wider than this. */
  private static final double SURE = 0.95;

  private static final double WIDE = 1.1;

  /** What is narrower, in heights of the line, cannot be two digits. */
  private static final double NARROW = 0.55;

  /** Separate pieces that overlap so much of the smaller one's width may be one digit. */
  private static final double OVERLAP = 0.3;

  /** Among fewer digits than this, the tallest counts. */
  private static final int FEW = 4;

  /** What is lower than this share of a line's tall digits does not count for its height. */
  private static final double SMALL = 0.4;

  /**
   * Pieces close to each other, one of which has less than this share of a digit's size, may be
   * one.
   */
  private static final double FRAGMENT = 0.55;

  private static final double CLOSE = 0.25;

  /** How much a digit of another height than the line's is doubted. */
  private static final double SIZE_DOUBT = 2.5;

  private static final double LEAST_PROBABILITY = 1e-4;

  /** A digit has so much ink, as a share of the square of its height. */
  private static final double USUAL_AREA = 0.12;

  private final double height;
  private final List<Piece> parts = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final List<Piece> groups = new ArrayList<>();

  /** The seams that were tried, by the part that follows. */
  private final Map<Integer, Seam> seams = new LinkedHashMap<>();

  /** Consecutive parts. */
  private record Span(int from, int to) {}

  /**
   * Finds the ways.
   *
   * @param line the pieces from left to right, and what each looks like by itself
   * @param mayCut whether pieces may be cut, and not joined alone
   */
  Segmentation(List<Reading> line, boolean mayCut) {
    height = height(line);
    for (int i = 0; i < line.size(); i++) {
      Cuts cuts = mayCut ? cut(line.get(i)) : Cuts.none(line.get(i).piece());
      for (int slice = 0; slice < cuts.slices().size(); slice++) {
        if (slice > 0) {
          seams.put(parts.size(), cuts.seams().get(slice - 1));
        }
        parts.add(cuts.slices().get(slice));
        origins.add(i);
      }
    }
    for (int from = 0; from < parts.size(); from++) {
      int to = joinParts(from);
      if (from == 0 || !origins.get(from).equals(origins.get(from - 1))) {
        joinPieces(line, from, to);
      }
    }
  }

  /** Adds the groups of few parts from one on; answers where the last of them ends. */
  private int joinParts(int from) {
    Piece joined = parts.get(from);
    add(from, from + 1, joined);
    for (int to = from + 1; to < Math.min(parts.size(), from + MOST_JOINED); to++) {
      if (!mayJoin(joined, parts.get(to), isSamePiece(to - 1, to))) {
        return to;
      }
      joined = joined.union(parts.get(to));
      if (joined.width() > WIDEST * height) {
        return to;
      }
      add(from, to + 1, joined);
    }
    return Math.min(parts.size(), from + MOST_JOINED);
  }

  /** Adds the groups of few whole pieces, beginning at a part, that end after others do. */
  private void joinPieces(List<Reading> line, int from, int known) {
    int first = origins.get(from);
    Piece joined = line.get(first).piece();
    int to = endOf(from);
    for (int i = first + 1; i <= Math.min(line.size(), first + MOST_JOINED); i++) {
      if (joined.width() > WIDEST * height) {
        return;
      }
      if (to > known) {
        add(from, to, joined);
      }
      if (i == line.size() || !mayJoin(joined, line.get(i).piece(), false)) {
        return;
      }
      joined = joined.union(line.get(i).piece());
      to = endOf(to);
    }
  }

  private boolean isSamePiece(int part, int other) {
    return origins.get(part).equals(origins.get(other));
  }

  /** The part after the last one of the piece that a part begins. */
  private int endOf(int from) {
    int to = from;
    while (to < parts.size() && isSamePiece(from, to)) {
      to++;
    }
    return to;
  }

  private void add(int from, int to, Piece group) {
    spans.add(new Span(from, to));
    groups.add(group);
  }

  private Cuts cut(Reading reading) {
    Piece piece = reading.piece();
    boolean isSure = reading.confidence() > SURE && piece.width() < WIDE * height;
    return isSure || piece.width() < NARROW * height ? Cuts.none(piece) : Cuts.of(piece, height);
  }

  private boolean mayJoin(Piece left, Piece right, boolean isSamePiece) {
    if (isSamePiece) {
      return true;
    }
    double overlap = Math.min(left.right(), right.right()) - Math.max(left.x(), right.x());
    return overlap >= OVERLAP * Math.min(left.width(), right.width())
        || (-overlap < CLOSE * height && (isFragment(left) || isFragment(right)));
  }

  private boolean isFragment(Piece piece) {
    return piece.area() < FRAGMENT * USUAL_AREA * height * height
        || piece.height() < FRAGMENT * height;
  }

  /** Everything that might be a digit. */
  List<Piece> groups() {
    return groups;
  }

  /**
   * The path of the greatest probability.
   *
   * @param readings of the groups, in their order
   * @return digits from left to right, and among them, rejected, what is left out
   */
  List<Reading> bestPath(List<Reading> readings) {
    double[] best = new double[parts.size() + 1];
    int[] via = new int[best.length];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    int group = 0;
    for (int at = 0; at < parts.size(); at++) {
      double dropped = best[at] + dropped(parts.get(at));
      if (dropped > best[at + 1]) {
        best[at + 1] = dropped;
        via[at + 1] = -1;
      }
      for (; group < spans.size() && spans.get(group).from == at; group++) {
        double score = best[at] + score(readings.get(group));
        if (score > best[spans.get(group).to]) {
          best[spans.get(group).to] = score;
          via[spans.get(group).to] = group;
        }
      }
    }
    List<Reading> path = new ArrayList<>();
    for (int at = parts.size(); at > 0; at = via[at] < 0 ? at - 1 : spans.get(via[at]).from) {
      path.add(
          via[at] >= 0
              ? readings.get(via[at])
              : new Reading(parts.get(at - 1), Prediction.rejected(Rejection.UNLIKE_ANY_DIGIT)));
    }
    Collections.reverse(path);
    return path;
  }

  /** The seams that were tried, and which of them are between the groups of a path. */
  LineCuts cuts(List<Reading> path) {
    Set<Piece> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    path.forEach(reading -> chosen.add(reading.piece()));
    Map<Integer, Seam> unused = new LinkedHashMap<>();
    for (int group = 0; group < groups.size(); group++) {
      if (chosen.contains(groups.get(group))) {
        for (int part = spans.get(group).from + 1; part < spans.get(group).to; part++) {
          if (seams.containsKey(part)) {
            unused.put(part, seams.get(part));
          }
        }
      }
    }
    Map<Integer, Seam> used = new LinkedHashMap<>(seams);
    used.keySet().removeAll(unused.keySet());
    return new LineCuts(List.copyOf(unused.values()), List.copyOf(used.values()), path);
  }

  private double score(Reading reading) {
    Piece piece = reading.piece();
    double size = Math.log(Math.max(piece.height(), piece.width() / 2.0) / height);
    return Math.log(Math.max(LEAST_PROBABILITY, reading.confidence())) - SIZE_DOUBT * size * size;
  }

  /** What it costs to leave a part out: the more, the more ink it has. */
  private double dropped(Piece part) {
    double share = part.area() / (USUAL_AREA * height * height);
    return share < 0.2 ? -1 : -1 - 5 * Math.min(1, share);
  }

  /** The median height of all but small pieces, of which those above each other count as one. */
  private static double height(List<Reading> line) {
    List<Box> columns = new ArrayList<>();
    for (Reading reading : line) {
      Box box = reading.piece().box();
      int last = columns.size() - 1;
      if (last >= 0 && columns.get(last).isInColumnOf(box)) {
        columns.set(last, columns.get(last).union(box));
      } else {
        columns.add(box);
      }
    }
    double[] heights = columns.stream().mapToDouble(Box::height).sorted().toArray();
    // The very tallest may be no digit.
    double tall = heights[heights.length - (heights.length < FEW ? 1 : 2)];
    return Median.of(DoubleStream.of(heights).filter(height -> height >= SMALL * tall));
  }
}
