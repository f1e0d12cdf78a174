package io.github.inkling.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Which digits have no value of a metric, because nothing was there to measure it by: a digit that
 * was never answered has no precision, one that is not in the truth has no recall.
 *
 * @param precision the digits that were never answered, ascending
 * @param recall the digits that are not in the truth, ascending
 * @param f1 the digits that are neither in the truth nor among the answers, ascending
 */
public record UndefinedMetrics(List<Integer> precision, List<Integer> recall, List<Integer> f1) {
  /**
   * Keeps copies.
   *
   * @param precision the digits without precision
   * @param recall the digits without recall
   * @param f1 the digits without F1
   */
  public UndefinedMetrics {
    precision = List.copyOf(precision);
    recall = List.copyOf(recall);
    f1 = List.copyOf(f1);
  }

  /**
   * Collects what is undefined.
   *
   * @param perClass the digits' metrics
   * @return the digits by metric
   */
  public static UndefinedMetrics of(List<ClassMetrics> perClass) {
    return new UndefinedMetrics(
        without(perClass, ClassMetrics::precision),
        without(perClass, ClassMetrics::recall),
        without(perClass, ClassMetrics::f1));
  }

  /**
   * Whether every metric of every digit is defined.
   *
   * @return true if there is nothing to tell
   */
  public boolean isEmpty() {
    return precision.isEmpty() && recall.isEmpty() && f1.isEmpty();
  }

  private static List<Integer> without(
      List<ClassMetrics> perClass, Function<ClassMetrics, OptionalDouble> metric) {
    return perClass.stream()
        .filter(metrics -> metric.apply(metrics).isEmpty())
        .map(ClassMetrics::digit)
        .toList();
  }
}
