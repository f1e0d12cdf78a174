package io.github.inkling.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer to one picture: a digit with its probabilities, or the reason why there is none.
 * Immutable.
 *
 * <p>Two questions are kept apart. {@link #digitProbability} says whether the picture shows a digit
 * at all; the ten probabilities say which one, given that it does, and sum to 1. The product of
 * both is how sure the answer is: {@link #confidence}.
 */
public final class Prediction {
  /** Number of classes: the digits 0 to 9. */
  public static final int CLASSES = 10;

  private static final double SUM_TOLERANCE = 1e-4;

  private final double[] probabilities;
  private final int label;
  private final double digitProbability;
  private final Rejection rejection;

  private Prediction(
      double[] probabilities, int label, double digitProbability, Rejection rejection) {
    this.probabilities = probabilities;
    this.label = label;
    this.digitProbability = digitProbability;
    this.rejection = rejection;
  }

  /**
   * A digit: the most probable one, the smaller where two are equally probable.
   *
   * @param probabilities ten probabilities for the digits 0 to 9, which sum to 1
   * @return the prediction, of a picture that is taken for a digit: its {@link #digitProbability}
   *     is 1
   * @throws IllegalArgumentException if there are not ten, one is not in 0..1, or they do not sum
   *     to 1
   */
  public static Prediction of(double[] probabilities) {
    requireDistribution(probabilities);
    int best = 0;
    for (int digit = 1; digit < CLASSES; digit++) {
      if (probabilities[digit] > probabilities[best]) {
        best = digit;
      }
    }
    return new Prediction(probabilities.clone(), best, 1, null);
  }

  /**
   * No digit.
   *
   * @param reason why
   * @return the prediction, whose ten probabilities and digit probability are 0
   */
  public static Prediction rejected(Rejection reason) {
    return new Prediction(new double[CLASSES], -1, 0, reason);
  }

  /**
   * This prediction, with another probability that the picture shows a digit.
   *
   * @param probability 0 to 1
   * @return the prediction, with the same label, probabilities and rejection
   * @throws IllegalArgumentException if it is not in 0..1
   */
  public Prediction withDigitProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "the probability of a digit must be in 0..1, not " + probability);
    }
    return new Prediction(probabilities, label, probability, rejection);
  }

  /**
   * This prediction, refused; the ten probabilities and the digit probability stay for whoever
   * wants to know what was refused.
   *
   * @param reason why
   * @return the prediction without its label
   */
  public Prediction reject(Rejection reason) {
    return new Prediction(probabilities, -1, digitProbability, reason);
  }

  /**
   * Whether the picture was answered with a digit.
   *
   * @return false if it was rejected
   */
  public boolean isDigit() {
    return rejection == null;
  }

  /**
   * The digit.
   *
   * @return 0 to 9
   * @throws IllegalStateException if the picture was rejected
   */
  public int label() {
    if (rejection != null) {
      throw new IllegalStateException("no digit (" + rejection + "): ask isDigit() before label()");
    }
    return label;
  }

  /**
   * Why there is no digit.
   *
   * @return empty if there is one
   */
  public Optional<Rejection> rejection() {
    return Optional.ofNullable(rejection);
  }

  /**
   * The probability of the answer: that the picture shows a digit, times that it is this one.
   *
   * @return 0 to 1; 0 if the picture was rejected
   */
  public double confidence() {
    return rejection == null ? probabilities[label] * digitProbability : 0;
  }

  /**
   * The probability that the picture shows a digit at all. It stays when the picture is rejected.
   *
   * @return 0 to 1; 1 where the recognizer cannot tell, as without a {@link
   *     io.github.inkling.core.recognizer.RejectionRule}, and 0 where there is no ink
   */
  public double digitProbability() {
    return digitProbability;
  }

  /**
   * The probability of one digit, given that the picture shows one.
   *
   * @param digit 0 to 9
   * @return 0 to 1
   */
  public double probability(int digit) {
    return probabilities[digit];
  }

  /**
   * Copies the probabilities, which say which digit it is, given that it is one.
   *
   * @return ten values, by digit, which sum to 1; all 0 if there is no ink
   */
  public double[] probabilities() {
    return probabilities.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Prediction that
        && label == that.label
        && Double.compare(digitProbability, that.digitProbability) == 0
        && rejection == that.rejection
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * label + Arrays.hashCode(probabilities);
  }

  /**
   * The answer in words.
   *
   * @return such as {@code "7 (98.3 %)"} or {@code "no digit (blank)"}
   */
  @Override
  public String toString() {
    return rejection == null
        ? String.format(Locale.ROOT, "%d (%.1f %%)", label, 100 * confidence())
        : "no digit (" + rejection + ")";
  }

  private static void requireDistribution(double[] probabilities) {
    if (probabilities.length != CLASSES) {
      throw new IllegalArgumentException(
          "a prediction has 10 probabilities, not " + probabilities.length);
    }
    double sum = 0;
    for (int digit = 0; digit < CLASSES; digit++) {
      double p = probabilities[digit];
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "the probability of " + digit + " must be in 0..1, not " + p);
      }
      sum += p;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException("the probabilities must sum to 1, not " + sum);
    }
  }
}
