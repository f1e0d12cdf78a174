package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** See {@link CombinationMethod#STACK}. */
final class Stacking implements Combination {
  private static final int CLASSES = Prediction.CLASSES;
  private static final String WEIGHTS = "weights";
  private static final String BIASES = "biases";

  /**
   * Chosen by cross-validation on MNIST's validation digits, where 30 to 300 are about the same.
   */
  private static final double PENALTY = 100;

  private final double[] weights;
  private final double[] biases;

  /**
   * Puts weights together.
   *
   * @param weights ten for each member, one for each class
   * @param biases one for each class
   */
  private Stacking(double[] weights, double[] biases) {
    this.weights = weights;
    this.biases = biases;
    PoolWeights.requireFiniteScores(weights);
    PoolWeights.requireFiniteScores(biases);
  }

  /** The weights of a logarithmic pool, the same for every class. */
  static Stacking of(double[] pool) {
    return new Stacking(Arrays.copyOf(perClass(pool), pool.length * CLASSES), new double[CLASSES]);
  }

  static Stacking fit(JudgedAnswers judged) {
    double[] expected = perClass(LogarithmicPool.fit(judged).weights());
    ConditionalLogit loss = ConditionalLogit.perClass(judged, expected, PENALTY);
    double[] best = new ProjectedNewton(loss, Double.NEGATIVE_INFINITY).minimize(expected);
    int split = judged.answers().members() * CLASSES;
    return new Stacking(Arrays.copyOf(best, split), Arrays.copyOfRange(best, split, best.length));
  }

  static Stacking restore(ModelState state, int members) {
    return new Stacking(
        state.doubles(WEIGHTS, members, CLASSES).clone(), state.doubles(BIASES, CLASSES).clone());
  }

  @Override
  public CombinationMethod method() {
    return CombinationMethod.STACK;
  }

  @Override
  public int members() {
    return weights.length / CLASSES;
  }

  @Override
  public double weight(int member) {
    return Arrays.stream(weights, member * CLASSES, (member + 1) * CLASSES).sum() / CLASSES;
  }

  @Override
  public double[] combine(MemberAnswers answers, int digit) {
    return LogScores.combine(answers, digit, biases, (m, k) -> weights[m * CLASSES + k]);
  }

  @Override
  public Map<String, ModelArray> arrays() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put(WEIGHTS, ModelArray.of(weights.clone(), members(), CLASSES));
    arrays.put(BIASES, ModelArray.of(biases.clone(), CLASSES));
    return arrays;
  }

  /** Pool weights spread over the classes, and biases of 0 behind them. */
  private static double[] perClass(double[] pool) {
    double[] spread = new double[(pool.length + 1) * CLASSES];
    for (int m = 0; m < pool.length; m++) {
      Arrays.fill(spread, m * CLASSES, (m + 1) * CLASSES, pool[m]);
    }
    return spread;
  }
}
