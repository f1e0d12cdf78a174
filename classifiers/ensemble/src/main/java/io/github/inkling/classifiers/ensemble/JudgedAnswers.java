package io.github.inkling.classifiers.ensemble;

import java.util.List;
import java.util.stream.IntStream;

/** What members say of digits that none of them has seen, and what the digits are. */
final class JudgedAnswers {
  private final MemberAnswers answers;
  private final int[] labels;

  /**
   * Puts answers and labels together.
   *
   * @param labels one for each digit that was answered
   */
  JudgedAnswers(MemberAnswers answers, int... labels) {
    this.answers = answers;
    this.labels = labels.clone();
  }

  MemberAnswers answers() {
    return answers;
  }

  int digits() {
    return labels.length;
  }

  int label(int digit) {
    return labels[digit];
  }

  int[] labels() {
    return labels.clone();
  }

  boolean isEmpty() {
    return labels.length == 0;
  }

  /** How well each member does alone. */
  List<Score> scores() {
    return IntStream.range(0, answers.members())
        .mapToObj(member -> Score.of(answers.of(member), labels))
        .toList();
  }
}
