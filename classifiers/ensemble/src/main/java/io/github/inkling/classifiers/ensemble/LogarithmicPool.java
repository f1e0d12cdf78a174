package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.Map;

/** See {@link CombinationMethod#POOL}. */
final class LogarithmicPool implements Combination {
  private static final String WEIGHTS = "weights";

  private final double[] weights;

  LogarithmicPool(double[] weights) {
    PoolWeights.requireSum(weights);
    this.weights = weights.clone();
  }

  /**
   * The weights of the least log loss. Where these are all 0, as with a few digits that every
   * member gets wrong, there is nothing to tell members apart by, and they count the same.
   */
  static LogarithmicPool fit(JudgedAnswers judged) {
    double[] equal = PoolWeights.equal(judged.answers().members());
    ConditionalLogit loss = ConditionalLogit.shared(judged, equal);
    double[] best = new ProjectedNewton(loss, 0).minimize(equal);
    return new LogarithmicPool(Arrays.stream(best).sum() > 0 ? best : equal);
  }

  static LogarithmicPool restore(ModelState state, int members) {
    return new LogarithmicPool(state.doubles(WEIGHTS, members));
  }

  @Override
  public CombinationMethod method() {
    return CombinationMethod.POOL;
  }

  @Override
  public int members() {
    return weights.length;
  }

  @Override
  public double weight(int member) {
    return weights[member];
  }

  double[] weights() {
    return weights.clone();
  }

  @Override
  public double[] combine(MemberAnswers answers, int digit) {
    double[] unbiased = new double[Prediction.CLASSES];
    return LogScores.combine(answers, digit, unbiased, (m, k) -> weights[m]);
  }

  @Override
  public Map<String, ModelArray> arrays() {
    return Map.of(WEIGHTS, ModelArray.of(weights.clone(), weights.length));
  }
}
