package io.github.inkling.core.page;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;

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

  /** The answer, ambiguous if its digit is less probable than what is accepted. */
  Prediction answer(double leastProbability) {
    return prediction.isDigit() && prediction.probability(prediction.label()) < leastProbability
        ? prediction.reject(Rejection.AMBIGUOUS)
        : prediction;
  }
}
