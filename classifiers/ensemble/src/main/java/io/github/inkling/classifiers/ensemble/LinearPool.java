package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.Map;

/** See {@link CombinationMethod#AVERAGE}. */
final class LinearPool implements Combination {
  private static final String WEIGHTS = "weights";

  private final double[] weights;

  /**
   * Makes a pool.
   *
   * @param weights at least 0, not all 0; scaled to sum to 1
   */
  LinearPool(double[] weights) {
    double total = PoolWeights.requireSum(weights);
    // A sum of 1 but for rounding is 1: weights that are restored stay what they are.
    this.weights =
        Math.abs(total - 1) < 1e-12
            ? weights.clone()
            : Arrays.stream(weights).map(weight -> weight / total).toArray();
  }

  static LinearPool fit(JudgedAnswers judged) {
    double[] equal = PoolWeights.equal(judged.answers().members());
    MixtureLoss loss = new MixtureLoss(judged);
    return new LinearPool(loss.isConstant() ? equal : new ProjectedNewton(loss, 0).minimize(equal));
  }

  static LinearPool restore(ModelState state, int members) {
    return new LinearPool(state.doubles(WEIGHTS, members));
  }

  @Override
  public CombinationMethod method() {
    return CombinationMethod.AVERAGE;
  }

  @Override
  public int members() {
    return weights.length;
  }

  @Override
  public double weight(int member) {
    return weights[member];
  }

  @Override
  public double[] combine(MemberAnswers answers, int digit) {
    double[] p = new double[Prediction.CLASSES];
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      for (int m = 0; m < weights.length; m++) {
        p[k] += weights[m] * answers.probability(m, digit, k);
      }
      sum += p[k];
    }
    if (sum == 0) {
      return whatMembersOfNoWeightSay(answers, digit);
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }

  /** Where all members that count are silent, the others are better than nothing. */
  private static double[] whatMembersOfNoWeightSay(MemberAnswers answers, int digit) {
    return new LinearPool(PoolWeights.equal(answers.members())).combine(answers, digit);
  }

  @Override
  public Map<String, ModelArray> arrays() {
    return Map.of(WEIGHTS, ModelArray.of(weights.clone(), weights.length));
  }
}
