package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A cascade's threshold and what it comes to on the digits that it was chosen on.
 *
 * @param threshold the least confidence with which the cheap one's answer stands
 * @param passedOn number of digits that the strong one answers
 * @param cheap how well the cheap one does alone
 * @param strong how well the strong one does alone
 * @param together how well the cascade does
 */
record FittedThreshold(double threshold, int passedOn, Score cheap, Score strong, Score together) {
  /**
   * Chooses a threshold by the rule of {@link ConfidenceThreshold}.
   *
   * @param judged answers of the cheap one and the strong one, in this order
   * @param more by how many the cascade's errors may exceed the strong one's
   */
  static FittedThreshold fit(JudgedAnswers judged, int more) {
    MemberAnswers answers = judged.answers();
    double threshold =
        ConfidenceThreshold.choose(answers.of(0), answers.of(1), judged.labels(), more).value();
    return at(threshold, judged);
  }

  /** What a given threshold comes to. */
  static FittedThreshold at(double threshold, JudgedAnswers judged) {
    MemberAnswers answers = judged.answers();
    int[] labels = judged.labels();
    List<Prediction> cascade = new ArrayList<>(answers.of(0));
    int passedOn = 0;
    for (int i = 0; i < labels.length; i++) {
      if (CascadeClassifier.isPassedOn(cascade.get(i), threshold)) {
        cascade.set(i, answers.of(1).get(i));
        passedOn++;
      }
    }
    return new FittedThreshold(
        threshold,
        passedOn,
        Score.of(answers.of(0), labels),
        Score.of(answers.of(1), labels),
        Score.of(cascade, labels));
  }

  /**
   * Tells the figures.
   *
   * @param what the digits are, such as {@code "validation"}
   */
  void describe(String what, Map<String, String> report) {
    int digits = together.digits();
    report.put(what + " digits", String.valueOf(digits));
    report.put(
        what + " passed on",
        String.format(Locale.ROOT, "%d (%.1f %%)", passedOn, 100.0 * passedOn / digits));
    report.put(
        what + " errors",
        together.errors() + " (a little too few: the threshold was chosen on these digits)");
    report.put(what + " errors of cheap", String.valueOf(cheap.errors()));
    report.put(what + " errors of strong", String.valueOf(strong.errors()));
  }
}
