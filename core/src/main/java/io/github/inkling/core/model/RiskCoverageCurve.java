package io.github.inkling.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many answers are wrong (the risk) when only the surest are accepted (the coverage), for every
 * threshold at which one may stop (El-Yaniv and Wiener, "On the foundations of noise-free selective
 * classification", JMLR 11, 2010; Geifman and El-Yaniv, "Selective classification for deep neural
 * networks", NIPS 2017). Immutable.
 *
 * <p>How sure an answer is, is the probability of its label, given that the picture shows a digit:
 * all of these do. ({@link Prediction#confidence}, in which {@link Prediction#digitProbability} is
 * a factor, tells wrong digits from right ones less well.) Answers of the same probability are
 * accepted together or not at all. What was rejected is accepted at no threshold: the curve then
 * ends below a coverage of 1.
 */
public final class RiskCoverageCurve {
  private final int samples;
  private final List<Point> points;

  private RiskCoverageCurve(int samples, List<Point> points) {
    this.samples = samples;
    this.points = List.copyOf(points);
  }

  /**
   * A place to stop.
   *
   * @param threshold the least probability of a label that is accepted, 0 to 1
   * @param accepted how many answers have it, at least 1
   * @param errors how many of them are wrong, 0 to {@code accepted}
   */
  public record Point(double threshold, int accepted, int errors) {
    /**
     * Checks the counts.
     *
     * @param threshold 0 to 1
     * @param accepted at least 1
     * @param errors 0 to {@code accepted}
     * @throws IllegalArgumentException if one is out of range, naming it
     */
    public Point {
      if (!(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException("threshold must be in 0..1, not " + threshold);
      }
      SettingRange.require("accepted", accepted, 1, Integer.MAX_VALUE);
      SettingRange.require("errors", errors, 0, accepted);
    }

    /**
     * The share of accepted answers that is wrong.
     *
     * @return 0 to 1
     */
    public double risk() {
      return (double) errors / accepted;
    }
  }

  /**
   * Draws the curve.
   *
   * @param truth the true digits
   * @param predictions the answers, one per true digit
   * @return the curve
   * @throws IllegalArgumentException if truth and answers differ in number
   */
  public static RiskCoverageCurve of(int[] truth, List<Prediction> predictions) {
    if (truth.length != predictions.size()) {
      throw new IllegalArgumentException(
          "there are %d true digits, but %d predictions"
              .formatted(truth.length, predictions.size()));
    }
    Prediction[] answers = predictions.toArray(Prediction[]::new);
    int[] order =
        IntStream.range(0, truth.length)
            .filter(i -> answers[i].isDigit())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -sureness(answers[i])))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Point> points = new ArrayList<>();
    int errors = 0;
    for (int rank = 0; rank < order.length; rank++) {
      Prediction answer = answers[order[rank]];
      errors += answer.label() == truth[order[rank]] ? 0 : 1;
      boolean isLastOfEquals =
          rank + 1 == order.length || sureness(answers[order[rank + 1]]) < sureness(answer);
      if (isLastOfEquals) {
        points.add(new Point(sureness(answer), rank + 1, errors));
      }
    }
    return new RiskCoverageCurve(truth.length, points);
  }

  private static double sureness(Prediction answer) {
    return answer.probability(answer.label());
  }

  /**
   * Number of answers, rejected ones included.
   *
   * @return at least 0
   */
  public int samples() {
    return samples;
  }

  /**
   * Every place to stop.
   *
   * @return by falling threshold, so by growing coverage; empty if every answer was rejected
   */
  public List<Point> points() {
    return points;
  }

  /**
   * Some of the places to stop, evenly spread over them; always the first and the last.
   *
   * @param most how many at most, at least 2
   * @return by falling threshold; all if there are no more than that
   * @throws IllegalArgumentException if {@code most} is below 2
   */
  public List<Point> points(int most) {
    SettingRange.require("the number of points", most, 2, Integer.MAX_VALUE);
    if (points.size() <= most) {
      return points;
    }
    long last = points.size() - 1L;
    return IntStream.range(0, most)
        .mapToObj(i -> points.get((int) (i * last / (most - 1))))
        .toList();
  }

  /**
   * The share of all answers that a place to stop accepts.
   *
   * @param point one of {@link #points}
   * @return above 0, to 1
   */
  public double coverage(Point point) {
    return (double) point.accepted() / samples;
  }

  /**
   * The place to stop that accepts the most answers at a risk.
   *
   * @param risk the largest share of accepted answers that may be wrong, 0 to 1
   * @return the last of those points that keep to it; empty if none does
   */
  public Optional<Point> atRisk(double risk) {
    return points.stream().filter(point -> point.risk() <= risk).reduce((first, next) -> next);
  }

  /**
   * The area under the curve: the mean risk over all numbers of accepted answers, from the surest
   * one to all that were not rejected. The smaller, the better probabilities tell right answers
   * from wrong ones. Of answers that are accepted together, each number has the risk of all of
   * them.
   *
   * @return 0 to 1; 0 if every answer was rejected
   */
  public double aurc() {
    double sum = 0;
    int before = 0;
    for (Point point : points) {
      sum += (point.accepted() - before) * point.risk();
      before = point.accepted();
    }
    return before == 0 ? 0 : sum / before;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RiskCoverageCurve that
        && samples == that.samples
        && points.equals(that.points);
  }

  @Override
  public int hashCode() {
    return 31 * samples + points.hashCode();
  }

  @Override
  public String toString() {
    return "RiskCoverageCurve[%d answers, %d points]".formatted(samples, points.size());
  }
}
