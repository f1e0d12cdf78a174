package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Prediction;
import java.util.Arrays;

/**
 * The log loss of a logit model on members' log probabilities, as a function of its weights: the
 * mean of {@code -log p(y)} with {@code p ∝ exp(Σ_m w_m log p_m)}, plus a penalty on weights far
 * from where they are expected to be. It keeps the weights finite where the digits alone would not,
 * as when all of them are answered rightly, and counts the less the more digits there are.
 *
 * <p>The weights are the same for every class (one variable a member), or each class has its own
 * and a bias (ten variables a member, then ten biases). McFadden, "Conditional logit analysis of
 * qualitative choice behavior", 1974. Digits whose true class every member rules out are left out.
 */
final class ConditionalLogit implements ConvexFunction {
  private static final int CLASSES = Prediction.CLASSES;

  /**
   * The penalty on a weight's squared distance, halved, in the currency of one digit's log loss.
   */
  private static final double SHARED_PENALTY = 1;

  private final boolean perClass;
  private final double[] expected;
  private final double penalty;
  private final int channels;

  /** Log probabilities by digit, then channel and class; NaN for a class that is ruled out. */
  private final double[][] inputs;

  private final int[] labels;

  private ConditionalLogit(
      JudgedAnswers judged, boolean perClass, double[] expected, double penalty) {
    MemberAnswers answers = judged.answers();
    this.perClass = perClass;
    this.expected = expected.clone();
    this.penalty = penalty;
    this.channels = perClass ? answers.members() + 1 : answers.members();
    this.labels = judged.labels();
    this.inputs = new double[labels.length][];
    for (int digit = 0; digit < labels.length; digit++) {
      if (answers.isPossible(digit, labels[digit])) {
        inputs[digit] = inputs(answers, digit);
      }
    }
  }

  /** One weight a member. */
  static ConditionalLogit shared(JudgedAnswers judged, double[] expected) {
    return new ConditionalLogit(judged, false, expected, SHARED_PENALTY);
  }

  /** A weight for each member and class, and a bias for each class. */
  static ConditionalLogit perClass(JudgedAnswers judged, double[] expected, double penalty) {
    return new ConditionalLogit(judged, true, expected, penalty);
  }

  @Override
  public double value(double[] point) {
    double sum = 0;
    double[] scores = new double[CLASSES];
    for (int digit = 0; digit < labels.length; digit++) {
      if (inputs[digit] != null) {
        score(point, inputs[digit], scores);
        double own = scores[labels[digit]];
        sum += LogScores.normalize(scores) - own;
      }
    }
    for (int i = 0; i < point.length; i++) {
      sum += penalty / 2 * (point[i] - expected[i]) * (point[i] - expected[i]);
    }
    return sum / labels.length;
  }

  @Override
  public void derivatives(double[] point, double[] gradient, double[][] hessian) {
    double[] p = new double[CLASSES];
    double[] mean = new double[point.length];
    for (int digit = 0; digit < labels.length; digit++) {
      if (inputs[digit] != null) {
        score(point, inputs[digit], p);
        LogScores.normalize(p);
        Arrays.fill(mean, 0);
        addDigit(inputs[digit], p, labels[digit], mean, gradient, hessian);
      }
    }
    for (int i = 0; i < point.length; i++) {
      gradient[i] = (gradient[i] + penalty * (point[i] - expected[i])) / labels.length;
      hessian[i][i] += penalty;
      for (int j = 0; j <= i; j++) {
        hessian[i][j] /= labels.length;
      }
    }
  }

  /** Gradient: expected minus own inputs. Hessian: the inputs' covariance under p. */
  private void addDigit(
      double[] input, double[] p, int own, double[] mean, double[] gradient, double[][] hessian) {
    for (int k = 0; k < CLASSES; k++) {
      if (p[k] == 0) {
        continue;
      }
      for (int c = 0; c < channels; c++) {
        double weighted = p[k] * input[c * CLASSES + k];
        mean[variable(c, k)] += weighted;
        for (int d = 0; d <= c; d++) {
          hessian[variable(c, k)][variable(d, k)] += weighted * input[d * CLASSES + k];
        }
      }
    }
    for (int c = 0; c < channels; c++) {
      gradient[variable(c, own)] -= input[c * CLASSES + own];
    }
    for (int i = 0; i < mean.length; i++) {
      gradient[i] += mean[i];
      for (int j = 0; j <= i; j++) {
        hessian[i][j] -= mean[i] * mean[j];
      }
    }
  }

  private void score(double[] point, double[] input, double[] scores) {
    for (int k = 0; k < CLASSES; k++) {
      double score = 0;
      for (int c = 0; c < channels; c++) {
        score += point[variable(c, k)] * input[c * CLASSES + k];
      }
      scores[k] = Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }
  }

  private int variable(int channel, int label) {
    return perClass ? channel * CLASSES + label : channel;
  }

  private double[] inputs(MemberAnswers answers, int digit) {
    double[] input = new double[channels * CLASSES];
    Arrays.fill(input, 1);
    for (int k = 0; k < CLASSES; k++) {
      boolean possible = answers.isPossible(digit, k);
      for (int m = 0; m < answers.members(); m++) {
        input[m * CLASSES + k] = possible ? answers.logProbability(m, digit, k) : Double.NaN;
      }
    }
    return input;
  }
}
