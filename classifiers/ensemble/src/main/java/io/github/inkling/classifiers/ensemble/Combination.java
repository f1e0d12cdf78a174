package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.util.Map;

/** How the members' answers become one. Immutable. */
interface Combination {
  /** The method that it is an instance of. */
  CombinationMethod method();

  /** How many members it weighs. */
  int members();

  /** What a member counts, for people. */
  double weight(int member);

  /**
   * Combines the answers to one digit.
   *
   * @return ten probabilities that sum to 1
   */
  double[] combine(MemberAnswers answers, int digit);

  /** What a model file keeps of it, for {@link CombinationMethod#restore(ModelState, int)}. */
  Map<String, ModelArray> arrays();
}
