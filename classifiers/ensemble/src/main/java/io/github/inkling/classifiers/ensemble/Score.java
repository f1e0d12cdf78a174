package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Prediction;
import java.util.List;

/**
 * How well digits with known labels were answered.
 *
 * @param digits number of digits
 * @param errors how many were not answered with their label
 * @param logLoss mean of {@code -log} of the true digit's probability, which is taken for at least
 *     1e-9; 0 if there are no digits
 */
public record Score(int digits, int errors, double logLoss) {
  static Score of(List<Prediction> answers, int[] labels) {
    int errors = 0;
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      Prediction answer = answers.get(i);
      if (isWrong(answer, labels[i])) {
        errors++;
      }
      loss -= Math.log(Math.max(MemberAnswers.FLOOR, answer.probability(labels[i])));
    }
    return new Score(labels.length, errors, labels.length == 0 ? 0 : loss / labels.length);
  }

  static boolean isWrong(Prediction answer, int label) {
    return !answer.isDigit() || answer.label() != label;
  }
}
