package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads lines of pieces: every way to cut and join them is judged by the recognizer. */
final class LineReader {
  private LineReader() {}

  /**
   * The digits of lines, each from left to right. All lines are judged together, in two batches.
   */
  static List<List<Reading>> readAll(List<List<Piece>> lines, Readings looks) {
    Iterator<Reading> whole = looks.of(lines.stream().flatMap(List::stream).toList()).iterator();
    List<Segmentation> segmentations = new ArrayList<>();
    for (List<Piece> line : lines) {
      segmentations.add(new Segmentation(line.stream().map(piece -> whole.next()).toList()));
    }
    Iterator<Reading> readings =
        looks
            .of(segmentations.stream().flatMap(line -> line.groups().stream()).toList())
            .iterator();
    List<List<Reading>> read = new ArrayList<>();
    for (Segmentation line : segmentations) {
      read.add(line.bestPath(line.groups().stream().map(group -> readings.next()).toList()));
    }
    return read;
  }
}
