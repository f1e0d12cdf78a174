package io.github.inkling.core.model;

/** Why a picture is not answered with a digit. */
public enum Rejection {
  /** There is no ink. */
  BLANK("blank"),
  /** There is ink, but so much noise that no stroke can be told from it. */
  TOO_NOISY("too noisy"),
  /** There is ink, but it is probably no digit: {@link Prediction#digitProbability} is low. */
  UNLIKE_ANY_DIGIT("unlike any digit"),
  /** It looks like a digit, but several are too likely to name one. */
  AMBIGUOUS("ambiguous");

  private final String text;

  Rejection(String text) {
    this.text = text;
  }

  /**
   * The reason in words.
   *
   * @return such as {@code "unlike any digit"}
   */
  @Override
  public String toString() {
    return text;
  }
}
