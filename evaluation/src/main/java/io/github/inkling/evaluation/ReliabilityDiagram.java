package io.github.inkling.evaluation;

import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether answers are right as often as their probability says: answered digits in {@value #BINS}
 * bins of equal width by the probability of their label (Guo, Pleiss, Sun and Weinberger, "On
 * calibration of modern neural networks", ICML 2017). Immutable.
 *
 * <p>That is the probability of the label, given that the picture shows a digit. Rejected pictures
 * have no label and are left out.
 *
 * @param bins by rising probability; empty ones among them
 */
public record ReliabilityDiagram(List<Bin> bins) {
  /** Number of bins: as many as in the paper's tables. */
  public static final int BINS = 15;

  /**
   * Keeps a copy.
   *
   * @param bins by rising probability
   */
  public ReliabilityDiagram {
    bins = List.copyOf(bins);
  }

  /**
   * Answers whose label has a similar probability.
   *
   * @param lower what the probability is above, 0 to 1
   * @param upper what it is at most
   * @param count how many answers there are, at least 0
   * @param right how many of them are right, 0 to {@code count}
   * @param sum the sum of their labels' probabilities, 0 to {@code count}
   */
  public record Bin(double lower, double upper, int count, int right, double sum) {
    /**
     * Checks the counts.
     *
     * @param lower 0 to 1
     * @param upper above {@code lower}, to 1
     * @param count at least 0
     * @param right 0 to {@code count}
     * @param sum 0 to {@code count}
     * @throws IllegalArgumentException if one is out of range
     */
    public Bin {
      if (!(lower >= 0 && lower < upper && upper <= 1)) {
        throw new IllegalArgumentException(
            "a bin must lie in 0..1, not from %s to %s".formatted(lower, upper));
      }
      if (right < 0 || right > count || !(sum >= 0 && sum <= count)) {
        throw new IllegalArgumentException(
            "right answers %d and probabilities %s must be in 0..%d".formatted(right, sum, count));
      }
    }

    /**
     * The mean probability of the labels.
     *
     * @return 0 to 1; empty if there are no answers
     */
    public OptionalDouble confidence() {
      return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /**
     * The share of right answers.
     *
     * @return 0 to 1; empty if there are no answers
     */
    public OptionalDouble accuracy() {
      return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / count);
    }

    /** By how much the answers together are less or more often right than they claim to be. */
    private double excess() {
      return Math.abs(sum - right);
    }
  }

  /**
   * Sorts answers into bins.
   *
   * @param answers the answers; rejected ones are left out
   * @return {@value #BINS} bins
   */
  public static ReliabilityDiagram of(Answers answers) {
    int[] counts = new int[BINS];
    int[] right = new int[BINS];
    double[] sums = new double[BINS];
    for (int i = 0; i < answers.size(); i++) {
      Prediction answer = answers.prediction(i);
      if (answer.isDigit()) {
        double probability = answer.probability(answer.label());
        int bin = bin(probability);
        counts[bin]++;
        right[bin] += answers.isRight(i) ? 1 : 0;
        sums[bin] += probability;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(new Bin(bound(bin), bound(bin + 1), counts[bin], right[bin], sums[bin]));
    }
    return new ReliabilityDiagram(bins);
  }

  /** The bin whose upper bound is the first that is not below a probability. */
  private static int bin(double probability) {
    int bin = 0;
    while (probability > bound(bin + 1)) {
      bin++;
    }
    return bin;
  }

  private static double bound(int bin) {
    return (double) bin / BINS;
  }

  /**
   * The expected calibration error: by how much accuracy and mean probability of a bin differ, in
   * the mean over all answers (equation 3 of the paper).
   *
   * @return 0 to 1; empty if there are no answers
   */
  public OptionalDouble ece() {
    int count = bins.stream().mapToInt(Bin::count).sum();
    double excess = bins.stream().mapToDouble(Bin::excess).sum();
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(excess / count);
  }

  /**
   * The maximum calibration error: by how much accuracy and mean probability differ in the bin that
   * is the worst (equation 5 of the paper).
   *
   * @return 0 to 1; empty if there are no answers
   */
  public OptionalDouble mce() {
    return bins.stream()
        .filter(bin -> bin.count() > 0)
        .mapToDouble(bin -> bin.excess() / bin.count())
        .max();
  }
}
