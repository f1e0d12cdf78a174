package io.github.inkling.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Precision, recall and F1, averaged over the digits.
 *
 * <p>An undefined ratio of a digit that does occur counts as 0, as with scikit-learn's {@code
 * zero_division=0}: the precision of a digit that was never answered, and the recall of one that
 * was answered, but is not in the truth. {@link EvaluationReport#undefined} tells which those are.
 *
 * @param precision mean precision, 0 to 1
 * @param recall mean recall, 0 to 1
 * @param f1 mean F1, 0 to 1; not the harmonic mean of the other two
 */
public record Averages(double precision, double recall, double f1) {
  /**
   * Every digit counts the same. Digits that occur neither in the truth nor among the answers are
   * left out, as scikit-learn leaves them out.
   *
   * @param perClass the digits' metrics
   * @return the unweighted means
   * @throws IllegalArgumentException if no digit occurs
   */
  public static Averages macro(List<ClassMetrics> perClass) {
    return of(perClass, metrics -> metrics.occurs() ? 1 : 0);
  }

  /**
   * Every digit counts as often as it occurs in the truth. The weighted recall is the accuracy.
   *
   * @param perClass the digits' metrics
   * @return the means weighted by support
   * @throws IllegalArgumentException if the truth is empty
   */
  public static Averages weighted(List<ClassMetrics> perClass) {
    return of(perClass, ClassMetrics::support);
  }

  private static Averages of(List<ClassMetrics> perClass, ToDoubleFunction<ClassMetrics> weight) {
    return new Averages(
        mean(perClass, weight, ClassMetrics::precision),
        mean(perClass, weight, ClassMetrics::recall),
        mean(perClass, weight, ClassMetrics::f1));
  }

  private static double mean(
      List<ClassMetrics> perClass,
      ToDoubleFunction<ClassMetrics> weight,
      Function<ClassMetrics, OptionalDouble> value) {
    double weights = 0;
    double sum = 0;
    for (ClassMetrics metrics : perClass) {
      weights += weight.applyAsDouble(metrics);
      sum += weight.applyAsDouble(metrics) * value.apply(metrics).orElse(0);
    }
    if (weights == 0) {
      throw new IllegalArgumentException("no digit occurs, so there is nothing to average");
    }
    return sum / weights;
  }
}
