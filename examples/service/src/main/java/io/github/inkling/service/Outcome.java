package io.github.inkling.service;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What became of a picture: a prediction, or the error that recognising it ended with.
 *
 * @param prediction null if there is an error
 * @param error null if there is none
 */
record Outcome(Prediction prediction, Throwable error) {
  /**
   * Recognises pictures together. One that fails is no reason not to answer the others: then each
   * is recognised alone.
   */
  static List<Outcome> all(DigitRecognizer recognizer, List<GrayImage> pictures) {
    List<Outcome> outcomes = new ArrayList<>(pictures.size());
    try {
      recognizer
          .recognizeAll(pictures)
          .forEach(prediction -> outcomes.add(new Outcome(prediction, /* error= */ null)));
    } catch (RuntimeException | Error e) {
      outcomes.clear();
      if (pictures.size() == 1) {
        outcomes.add(new Outcome(/* prediction= */ null, e));
      } else {
        pictures.forEach(picture -> outcomes.addAll(all(recognizer, List.of(picture))));
      }
    }
    return outcomes;
  }

  /** Tells whoever waits for the prediction. */
  void tell(CompletableFuture<Prediction> waiting) {
    if (error == null) {
      waiting.complete(prediction);
    } else {
      waiting.completeExceptionally(error);
    }
  }
}
