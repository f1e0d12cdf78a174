package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.recognizer.DigitRecognizer;

/**
 * A cascade whose threshold was chosen, and how well it does on the digits that it was chosen on.
 *
 * @param recognizer the cascade
 * @param threshold the least confidence with which the cheap one's answer stands; above 1 if none
 *     does
 * @param passedOn number of digits that the strong one answers
 * @param cheap how well the cheap one does alone
 * @param strong how well the strong one does alone
 * @param together how well the cascade does
 */
public record FittedCascade(
    DigitRecognizer recognizer,
    double threshold,
    int passedOn,
    Score cheap,
    Score strong,
    Score together) {
  /**
   * The share of digits that the strong one answers.
   *
   * @return 0 to 1
   */
  public double passedOnShare() {
    return (double) passedOn / together.digits();
  }
}
