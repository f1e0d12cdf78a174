package io.github.inkling.core.page;

import io.github.inkling.core.model.Prediction;

/**
 * A piece of ink and what the recognizer takes it for.
 *
 * @param piece the ink
 * @param prediction the answer; a rejected one keeps its probabilities
 */
record Reading(Piece piece, Prediction prediction) {
  /** The probability that it is a digit, and the one that it looks most like. */
  double confidence() {
    double most = 0;
    for (double probability : prediction.probabilities()) {
      most = Math.max(most, probability);
    }
    return most * prediction.digitProbability();
  }
}
