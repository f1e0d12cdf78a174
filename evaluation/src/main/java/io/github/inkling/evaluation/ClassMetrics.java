package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well one digit is recognised.
 *
 * <p>A ratio of 0 to 0 is undefined, and empty: precision if {@code answered} is 0, recall if
 * {@code support} is 0, F1 if both are.
 *
 * @param digit the digit, 0 to 9
 * @param truePositives how often it was answered rightly, at most {@code answered} and {@code
 *     support}
 * @param answered how often it was answered, rightly or wrongly
 * @param support how often it occurs in the truth, rejected pictures included
 */
public record ClassMetrics(int digit, int truePositives, int answered, int support) {
  /**
   * Checks the counts.
   *
   * @param digit 0 to 9
   * @param truePositives 0 to the smaller of {@code answered} and {@code support}
   * @param answered at least 0
   * @param support at least 0
   * @throws IllegalArgumentException if one is out of range
   */
  public ClassMetrics {
    if (digit < 0 || digit >= Prediction.CLASSES) {
      throw new IllegalArgumentException("digit must be in 0..9, not " + digit);
    }
    if (truePositives < 0 || truePositives > Math.min(answered, support)) {
      throw new IllegalArgumentException(
          "true positives of %d must be in 0..%d, not %d"
              .formatted(digit, Math.min(answered, support), truePositives));
    }
  }

  static List<ClassMetrics> of(ConfusionMatrix confusion) {
    return IntStream.range(0, Prediction.CLASSES)
        .mapToObj(
            digit ->
                new ClassMetrics(
                    digit,
                    confusion.count(digit, digit),
                    confusion.answered(digit),
                    confusion.support(digit)))
        .toList();
  }

  /**
   * How many of the answers with this digit are right.
   *
   * @return 0 to 1; empty if the digit was never answered
   */
  public OptionalDouble precision() {
    return ratio(truePositives, answered);
  }

  /**
   * How many of the pictures of this digit are answered rightly.
   *
   * @return 0 to 1; empty if the digit does not occur in the truth
   */
  public OptionalDouble recall() {
    return ratio(truePositives, support);
  }

  /**
   * The harmonic mean of precision and recall: twice the true positives, by the number of answers
   * and of pictures. So it is 0, and not undefined, where one of the two others is undefined.
   *
   * @return 0 to 1; empty if the digit does not occur at all, see {@link #occurs}
   */
  public OptionalDouble f1() {
    return ratio(2L * truePositives, (long) answered + support);
  }

  /**
   * Whether the digit occurs in the truth or among the answers at all.
   *
   * @return false if there is nothing to measure
   */
  public boolean occurs() {
    return answered > 0 || support > 0;
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
