package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the pieces of one page look like by themselves. The recognizer is asked about each piece
 * once: most of them are looked at to find what is up, to find how tall digits are, and to read
 * them. Not for concurrent use.
 */
final class Readings {
  /** A digit of so many pixels has all that the recognizer sees, and larger ones take longer. */
  static final int LARGEST = 128;

  private final DigitRecognizer recognizer;

  /** By the piece itself: no two are equal. */
  private final Map<Piece, Reading> known = new HashMap<>();

  Readings(DigitRecognizer recognizer) {
    this.recognizer = recognizer.answeringAll();
  }

  /** What the recognizer is shown of a piece. */
  static GrayImage shown(Piece piece) {
    return piece.reduced(LARGEST).toImage();
  }

  /** One reading per piece, in their order; all that are unknown are judged in one batch. */
  List<Reading> of(List<Piece> pieces) {
    List<Piece> unknown = pieces.stream().filter(piece -> !known.containsKey(piece)).toList();
    List<GrayImage> images = unknown.parallelStream().map(Readings::shown).toList();
    List<Prediction> predictions = recognizer.recognizeAll(images);
    for (int i = 0; i < unknown.size(); i++) {
      known.put(unknown.get(i), new Reading(unknown.get(i), predictions.get(i)));
    }
    List<Reading> readings = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      readings.add(known.get(piece));
    }
    return readings;
  }
}
