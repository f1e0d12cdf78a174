package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ModelState;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an ensemble makes one answer of its members' answers. */
public enum CombinationMethod {
  /**
   * The logarithmic opinion pool: probabilities are multiplied, each raised to its member's weight,
   * {@code p ∝ exp(Σ w_m log p_m)} with {@code w_m >= 0}. The weights need not sum to 1: their sum
   * sharpens or softens the answer, which calibrates it. Genest and Zidek, "Combining probability
   * distributions: a critique and an annotated bibliography", Statistical Science 1, 1986; Hinton,
   * "Training products of experts by minimizing contrastive divergence", Neural Computation 14,
   * 2002. Weights are those of the least log loss, which is a convex problem.
   */
  POOL,
  /**
   * The linear opinion pool: the weighted mean of the probabilities, with weights that sum to 1
   * (Genest and Zidek 1986). Weights are those of the least log loss, again a convex problem.
   */
  AVERAGE,
  /**
   * Stacking: a multinomial logistic regression on the members' log probabilities, with a weight
   * for each member and class and a bias for each class. It is drawn towards the logarithmic pool
   * by an L2 penalty, so that what few digits say of a class changes little. Wolpert, "Stacked
   * generalization", Neural Networks 5, 1992.
   */
  STACK;

  /**
   * The name on the command line and in a model file.
   *
   * @return such as {@code "pool"}
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a method by its name.
   *
   * @param text such as {@code "pool"}
   * @return the method
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public static CombinationMethod of(String text) {
    for (CombinationMethod method : values()) {
      if (method.text().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "there is no method '%s' to combine answers; known are %s"
            .formatted(
                text,
                Arrays.stream(values())
                    .map(CombinationMethod::text)
                    .collect(Collectors.joining(", "))));
  }

  /** The combination in which every member counts the same. */
  Combination equal(int members) {
    double[] weights = PoolWeights.equal(members);
    return switch (this) {
      case POOL -> new LogarithmicPool(weights);
      case AVERAGE -> new LinearPool(weights);
      case STACK -> Stacking.of(weights);
    };
  }

  /**
   * The combination that fits known digits best.
   *
   * @param judged answers to at least one digit, none of them trained on by a member
   */
  Combination fit(JudgedAnswers judged) {
    return switch (this) {
      case POOL -> LogarithmicPool.fit(judged);
      case AVERAGE -> LinearPool.fit(judged);
      case STACK -> Stacking.fit(judged);
    };
  }

  Combination restore(ModelState state, int members) {
    return switch (this) {
      case POOL -> LogarithmicPool.restore(state, members);
      case AVERAGE -> LinearPool.restore(state, members);
      case STACK -> Stacking.restore(state, members);
    };
  }
}
