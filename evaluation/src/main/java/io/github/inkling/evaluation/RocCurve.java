package io.github.inkling.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well the probability of one digit tells its pictures from those of all other digits, for
 * every threshold: the receiver operating characteristic (Fawcett, "An introduction to ROC
 * analysis", Pattern Recognition Letters 27, 2006), one digit versus the rest. Immutable.
 *
 * <p>Pictures of the same probability pass a threshold together. Rejected pictures count by their
 * probabilities, and with 1/10 if they have none, as there was no ink. Without pictures of the
 * digit, or without others, there is no curve.
 */
public final class RocCurve {
  private static final double DECADES = 4;
  private static final double LEAST_RATE = 1e-4;

  private final int digit;
  private final List<Point> points;
  private final OptionalDouble auc;

  private RocCurve(int digit, List<Point> points, OptionalDouble auc) {
    this.digit = digit;
    this.points = List.copyOf(points);
    this.auc = auc;
  }

  /**
   * What a threshold lets pass.
   *
   * @param threshold the least probability that passes, 0 to 1; infinity if nothing does
   * @param falsePositiveRate the share of the other digits' pictures that pass, 0 to 1
   * @param truePositiveRate the share of the digit's pictures that pass, 0 to 1
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

  /**
   * Draws the curve of one digit.
   *
   * @param answers the answers
   * @param digit 0 to 9
   * @return the curve
   * @throws IllegalArgumentException if the digit is out of range
   */
  public static RocCurve of(Answers answers, int digit) {
    OneVersusRest sweep = answers.oneVersusRest(digit);
    if (!sweep.hasBoth()) {
      return new RocCurve(digit, List.of(), OptionalDouble.empty());
    }
    double positives = sweep.positives();
    double negatives = sweep.negatives();
    List<Point> points = new ArrayList<>(sweep.size() + 1);
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
    long twiceTheArea = 0;
    long before = 0;
    long above = 0;
    for (int i = 0; i < sweep.size(); i++) {
      long passed = sweep.truePositives()[i];
      long wrongly = sweep.falsePositives()[i];
      points.add(new Point(sweep.thresholds()[i], wrongly / negatives, passed / positives));
      twiceTheArea += (wrongly - before) * (passed + above);
      before = wrongly;
      above = passed;
    }
    return new RocCurve(
        digit, points, OptionalDouble.of(twiceTheArea / (2 * positives * negatives)));
  }

  /**
   * Whose curve it is.
   *
   * @return 0 to 9
   */
  public int digit() {
    return digit;
  }

  /**
   * Every threshold, and before them the one that nothing passes.
   *
   * @return by falling threshold, from (0, 0) to (1, 1); empty if there is no curve
   */
  public List<Point> points() {
    return points;
  }

  /**
   * The points that show the curve's shape best; always the first and the last. Left out is, one
   * after the other, the point that makes the smallest triangle with its neighbours (Visvalingam
   * and Whyatt, "Line generalisation by repeated elimination of points", The Cartographic Journal
   * 30, 1993), where the false positives are on a logarithmic axis of four decades, as good curves
   * need it: those on straight stretches go first, corners last.
   *
   * @param most how many at most, at least 2
   * @return by falling threshold; all if there are no more than that
   * @throws IllegalArgumentException if {@code most} is below 2
   */
  public List<Point> points(int most) {
    return LineGeneralisation.of(points, RocCurve::decades, Point::truePositiveRate, most);
  }

  /** From 0, for the least rate that is told from none, to 1 for all. */
  private static double decades(Point point) {
    return 1 + Math.log10(Math.max(LEAST_RATE, point.falsePositiveRate())) / DECADES;
  }

  /**
   * The area under the curve: how probably a picture of the digit has a larger probability of it
   * than another digit's picture has; equal ones count half.
   *
   * @return 0 to 1; empty if there is no curve
   */
  public OptionalDouble auc() {
    return auc;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RocCurve that && digit == that.digit && points.equals(that.points);
  }

  @Override
  public int hashCode() {
    return 31 * digit + points.hashCode();
  }

  @Override
  public String toString() {
    return "RocCurve[digit %d, %d points]".formatted(digit, points.size());
  }
}
