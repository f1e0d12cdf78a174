package io.github.inkling.core.page;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;

/**
 * A piece of ink and what the recognizer takes it for.
 *
 * @param piece the ink
 * @param prediction the answer of a recognizer that answers all that has ink
 */
record Reading(Piece piece, Prediction prediction) {
  /** The probability that it is a digit, and the one that it looks most like; 0 if rejected. */
  double confidence() {
    return prediction.confidence();
  }

  /** The answer, ambiguous if its digit is less probable than what is accepted. */
  Prediction answer(double leastProbability) {
    return prediction.isDigit() && prediction.probability(prediction.label()) < leastProbability
        ? prediction.reject(Rejection.AMBIGUOUS)
        : prediction;
  }
}
