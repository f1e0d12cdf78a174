package io.github.inkling.benchmark;

import java.util.List;

/**
 * The curve {@code cost = factor * digits^exponent} that lies nearest to some costs, by least
 * squares of the logarithms.
 *
 * @param factor cost of one digit
 * @param exponent 1 means in proportion, 2 means four times the cost for twice the digits
 */
record PowerLaw(double factor, double exponent) {
  /**
   * One cost.
   *
   * @param digits above 0
   * @param cost above 0, in any unit
   */
  record Point(double digits, double cost) {
    Point {
      if (!(digits > 0 && cost > 0)) {
        throw new IllegalArgumentException(
            "digits and cost must be above 0, not %s and %s".formatted(digits, cost));
      }
    }
  }

  /**
   * Fits.
   *
   * @throws IllegalArgumentException if there are not two different numbers of digits
   */
  static PowerLaw fit(List<Point> points) {
    double meanX = points.stream().mapToDouble(p -> Math.log(p.digits)).average().orElse(0);
    double meanY = points.stream().mapToDouble(p -> Math.log(p.cost)).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (Point point : points) {
      double x = Math.log(point.digits) - meanX;
      squares += x * x;
      products += x * (Math.log(point.cost) - meanY);
    }
    if (squares == 0) {
      throw new IllegalArgumentException(
          "an exponent needs costs of at least two different numbers of digits");
    }
    double exponent = products / squares;
    return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent);
  }

  double cost(double digits) {
    return factor * Math.pow(digits, exponent);
  }
}
