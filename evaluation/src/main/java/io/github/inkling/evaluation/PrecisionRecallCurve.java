package io.github.inkling.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many pictures of one digit are found by its probability, and how many of what is found are of
 * the digit, for every threshold (Davis and Goadrich, "The relationship between precision-recall
 * and ROC curves", ICML 2006), one digit versus the rest. Immutable.
 *
 * <p>Pictures of the same probability pass a threshold together. Rejected pictures count by their
 * probabilities, and with 1/10 if they have none, as there was no ink. Without pictures of the
 * digit, or without others, there is no curve.
 */
public final class PrecisionRecallCurve {
  private final int digit;
  private final List<Point> points;
  private final OptionalDouble averagePrecision;

  private PrecisionRecallCurve(int digit, List<Point> points, OptionalDouble averagePrecision) {
    this.digit = digit;
    this.points = List.copyOf(points);
    this.averagePrecision = averagePrecision;
  }

  /**
   * What a threshold lets pass.
   *
   * @param threshold the least probability that passes, 0 to 1
   * @param recall the share of the digit's pictures that pass, 0 to 1
   * @param precision the share of the pictures that pass which is of the digit, 0 to 1
   */
  public record Point(double threshold, double recall, double precision) {}

  /**
   * Draws the curve of one digit.
   *
   * @param answers the answers
   * @param digit 0 to 9
   * @return the curve
   * @throws IllegalArgumentException if the digit is out of range
   */
  public static PrecisionRecallCurve of(Answers answers, int digit) {
    OneVersusRest sweep = answers.oneVersusRest(digit);
    if (!sweep.hasBoth()) {
      return new PrecisionRecallCurve(digit, List.of(), OptionalDouble.empty());
    }
    double positives = sweep.positives();
    List<Point> points = new ArrayList<>(sweep.size() + 1);
    double sum = 0;
    int before = 0;
    for (int i = 0; i < sweep.size(); i++) {
      int passed = sweep.truePositives()[i];
      double precision = (double) passed / (passed + sweep.falsePositives()[i]);
      points.add(new Point(sweep.thresholds()[i], passed / positives, precision));
      sum += (passed - before) * precision;
      before = passed;
    }
    return new PrecisionRecallCurve(digit, points, OptionalDouble.of(sum / positives));
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
   * Every threshold. There is no point for letting nothing pass, of which the precision is
   * undefined; scikit-learn adds one with a recall of 0 and a precision of 1.
   *
   * @return by falling threshold, so by growing recall, to a recall of 1; empty if there is no
   *     curve
   */
  public List<Point> points() {
    return points;
  }

  /**
   * The points that show the curve's shape best, chosen as {@link RocCurve#points(int)} does;
   * always the first and the last.
   *
   * @param most how many at most, at least 2
   * @return by falling threshold; all if there are no more than that
   * @throws IllegalArgumentException if {@code most} is below 2
   */
  public List<Point> points(int most) {
    return LineGeneralisation.of(points, Point::recall, Point::precision, most);
  }

  /**
   * The average precision: the mean of the precision over the pictures of the digit, each taken at
   * the threshold that just lets it pass. That is the sum of (R<sub>n</sub> - R<sub>n-1</sub>)
   * P<sub>n</sub> over all thresholds, with R<sub>0</sub> = 0, as scikit-learn has it; straight
   * lines from point to point would promise too much (section 4 of the paper).
   *
   * @return above 0, to 1; empty if there is no curve
   */
  public OptionalDouble averagePrecision() {
    return averagePrecision;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrecisionRecallCurve that
        && digit == that.digit
        && points.equals(that.points);
  }

  @Override
  public int hashCode() {
    return 31 * digit + points.hashCode();
  }

  @Override
  public String toString() {
    return "PrecisionRecallCurve[digit %d, %d points]".formatted(digit, points.size());
  }
}
