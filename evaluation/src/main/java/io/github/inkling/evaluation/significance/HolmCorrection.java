package io.github.inkling.evaluation.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of several tests, so that the probability of finding any difference where
 * there is none stays below the chosen level, however the tests depend on each other: S. Holm
 * (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
 * Statistics 6(2), 65-70.
 *
 * <p>Of {@code m} p-values the smallest is multiplied by {@code m}, the next by {@code m - 1} and
 * so on, as in Bonferroni's correction of the tests that are still in question; none is adjusted to
 * less than a smaller one, and none to more than 1. A difference is significant if its adjusted
 * p-value is at most the level.
 *
 * @param pValues the p-values of one family of tests, each 0 to 1; may be empty
 */
public record HolmCorrection(List<Double> pValues) {
  /**
   * Checks and copies the p-values.
   *
   * @param pValues each 0 to 1
   * @throws IllegalArgumentException if one is out of range or no number
   */
  public HolmCorrection {
    pValues = List.copyOf(pValues);
    for (int test = 0; test < pValues.size(); test++) {
      double pValue = pValues.get(test);
      if (!(pValue >= 0 && pValue <= 1)) {
        throw new IllegalArgumentException(
            "pValues[%d] must be in 0..1, not %s".formatted(test, pValue));
      }
    }
  }

  /**
   * The correction of one family of tests.
   *
   * @param pValues their p-values, each 0 to 1
   * @return the correction
   * @throws IllegalArgumentException if one is out of range or no number
   */
  public static HolmCorrection of(double... pValues) {
    return new HolmCorrection(Arrays.stream(pValues).boxed().toList());
  }

  /**
   * The adjusted p-values.
   *
   * @return one for each of {@link #pValues}, in the same order: not less than it, and not more
   *     than the smaller of 1 and what Bonferroni's correction would give, the number of tests
   *     times it
   */
  public List<Double> adjusted() {
    List<Integer> ascending =
        IntStream.range(0, pValues.size())
            .boxed()
            .sorted(Comparator.comparing(pValues::get))
            .toList();
    List<Double> adjusted = new ArrayList<>(pValues);
    double largest = 0;
    for (int rank = 0; rank < ascending.size(); rank++) {
      int test = ascending.get(rank);
      largest = Math.max(largest, (ascending.size() - rank) * pValues.get(test));
      adjusted.set(test, Math.min(1, largest));
    }
    return List.copyOf(adjusted);
  }
}
