package io.github.inkling.classifiers.ensemble;

import java.util.stream.IntStream;

/**
 * The log loss of a weighted mean of probabilities, as a function of its weights: the mean of
 * {@code -log Σ_m w_m p_m(y)}, plus {@code Σ_m w_m}. Scaling all weights by {@code s} adds {@code
 * -log s} to the first and multiplies the second by {@code s}, so that the least value has weights
 * that sum to 1. Digits whose true class every member rules out are left out.
 */
final class MixtureLoss implements ConvexFunction {
  /** The probability of the true class, by digit and member. */
  private final double[][] own;

  MixtureLoss(JudgedAnswers judged) {
    MemberAnswers answers = judged.answers();
    this.own =
        IntStream.range(0, judged.digits())
            .filter(digit -> answers.isPossible(digit, judged.label(digit)))
            .mapToObj(digit -> own(answers, digit, judged.label(digit)))
            .toArray(double[][]::new);
  }

  private static double[] own(MemberAnswers answers, int digit, int label) {
    return IntStream.range(0, answers.members())
        .mapToDouble(m -> answers.probability(m, digit, label))
        .toArray();
  }

  /** Whether there is no digit to judge weights by. */
  boolean isConstant() {
    return own.length == 0;
  }

  @Override
  public double value(double[] point) {
    double sum = 0;
    for (double[] p : own) {
      sum -= Math.log(mean(point, p));
    }
    double weights = 0;
    for (double weight : point) {
      weights += weight;
    }
    return sum / own.length + weights;
  }

  @Override
  public void derivatives(double[] point, double[] gradient, double[][] hessian) {
    for (double[] p : own) {
      double mean = mean(point, p);
      for (int i = 0; i < point.length; i++) {
        double share = p[i] / mean;
        gradient[i] -= share / own.length;
        for (int j = 0; j <= i; j++) {
          hessian[i][j] += share * (p[j] / mean) / own.length;
        }
      }
    }
    for (int i = 0; i < point.length; i++) {
      gradient[i] += 1;
    }
  }

  private static double mean(double[] point, double[] p) {
    double mean = 0;
    for (int m = 0; m < p.length; m++) {
      mean += point[m] * p[m];
    }
    return mean;
  }
}
