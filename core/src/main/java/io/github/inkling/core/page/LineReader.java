package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads lines of pieces: every way to cut and join them is judged by the recognizer. */
final class LineReader {
  /** What is surer than this, or as good as certainly none, is not looked at again. */
  private static final double SURE = 0.9;

  private static final double HOPELESS = 0.01;

  /** Gaps that are closed then, as a share of a digit's size, and in pixels at least. */
  private static final double GAP = 0.14;

  private static final double LEAST_GAP = 3;

  /** Beyond so many, which no page of writing has, nothing more is cut: it is a texture. */
  private static final int MOST_GROUPS = 20_000;

  private LineReader() {}

  /**
   * The digits of lines, each from left to right. All lines are judged together.
   *
   * @param looks what pieces look like by themselves
   * @param dissection sees how each line was cut
   */
  static List<List<Reading>> readAll(
      List<List<Piece>> lines, Readings looks, Dissection dissection) {
    Iterator<Reading> whole = looks.of(lines.stream().flatMap(List::stream).toList()).iterator();
    List<Segmentation> segmentations = new ArrayList<>();
    int groups = 0;
    for (List<Piece> line : lines) {
      List<Reading> pieces = line.stream().map(piece -> whole.next()).toList();
      Segmentation segmentation = new Segmentation(pieces, /* mayCut= */ groups < MOST_GROUPS);
      segmentations.add(segmentation);
      groups += segmentation.groups().size();
    }
    Iterator<Reading> readings =
        closed(
                looks.of(segmentations.stream().flatMap(line -> line.groups().stream()).toList()),
                looks)
            .iterator();
    List<List<Reading>> read = new ArrayList<>();
    for (Segmentation line : segmentations) {
      List<Reading> path =
          line.bestPath(line.groups().stream().map(group -> readings.next()).toList());
      dissection.see(line, path);
      read.add(path);
    }
    return read;
  }

  /**
   * Looks again at what it is not sure of, with the gaps in its strokes closed as a pencil leaves
   * them: the better look counts.
   */
  private static List<Reading> closed(List<Reading> readings, Readings looks) {
    List<Piece> closed = new ArrayList<>();
    for (Reading reading : readings) {
      if (isDoubtful(reading) && closed.size() < MOST_GROUPS / 2) {
        Piece piece = reading.piece().reduced(Readings.LARGEST);
        closed.add(piece.closed((int) Math.max(LEAST_GAP, GAP * piece.size())));
      }
    }
    Iterator<Reading> second = looks.of(closed).iterator();
    List<Reading> better = new ArrayList<>();
    for (Reading reading : readings) {
      Reading look = isDoubtful(reading) && second.hasNext() ? second.next() : reading;
      better.add(
          look.confidence() > reading.confidence()
              ? new Reading(reading.piece(), look.prediction())
              : reading);
    }
    return better;
  }

  private static boolean isDoubtful(Reading reading) {
    return reading.confidence() < SURE && reading.confidence() > HOPELESS;
  }
}
