package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads lines of pieces: every way to cut and join them is judged by the recognizer. */
final class LineReader {
  private final DigitRecognizer recognizer;

  LineReader(DigitRecognizer recognizer) {
    this.recognizer = recognizer.answeringAll();
  }

  /** What each piece looks like by itself. */
  List<Reading> judge(List<Piece> pieces) {
    List<GrayImage> images = pieces.stream().map(Piece::toImage).toList();
    List<Prediction> predictions = recognizer.recognizeAll(images);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      readings.add(new Reading(pieces.get(i), predictions.get(i)));
    }
    return readings;
  }

  /**
   * The digits of lines, each from left to right. All lines are judged together, in two batches.
   *
   * @param dissection sees how each line was cut
   */
  List<List<Reading>> readAll(List<List<Piece>> lines, Dissection dissection) {
    Iterator<Reading> whole = judge(lines.stream().flatMap(List::stream).toList()).iterator();
    List<Segmentation> segmentations = new ArrayList<>();
    for (List<Piece> line : lines) {
      segmentations.add(new Segmentation(line.stream().map(piece -> whole.next()).toList()));
    }
    Iterator<Reading> readings =
        judge(segmentations.stream().flatMap(line -> line.groups().stream()).toList()).iterator();
    List<List<Reading>> read = new ArrayList<>();
    for (Segmentation line : segmentations) {
      List<Reading> path =
          line.bestPath(line.groups().stream().map(group -> readings.next()).toList());
      dissection.see(line, path);
      read.add(path);
    }
    return read;
  }
}
