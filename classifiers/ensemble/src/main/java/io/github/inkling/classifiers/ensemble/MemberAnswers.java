package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.List;

/**
 * What members say of a batch of digits.
 *
 * <p>A class that every member gives the probability 0 is ruled out: it was absent in training, and
 * no weighing brings it back. Where only some give it 0, they mean "hardly": the logarithm is that
 * of {@link #FLOOR}, or a single member's rounding to 0 would be a veto.
 */
final class MemberAnswers {
  /** The least probability whose logarithm is taken, {@value}. */
  static final double FLOOR = 1e-9;

  private static final double LOG_FLOOR = Math.log(FLOOR);

  private final List<List<Prediction>> byMember;

  /**
   * Keeps answers.
   *
   * @param byMember of each member one prediction per digit; at least one member
   */
  MemberAnswers(List<List<Prediction>> byMember) {
    this.byMember = List.copyOf(byMember);
  }

  /** Asks the members one after the other, as each of them uses all cores. */
  static MemberAnswers of(List<Member> members, FeatureMatrix digits) {
    List<List<Prediction>> answers = new ArrayList<>();
    for (Member member : members) {
      answers.add(member.predict(digits));
    }
    return new MemberAnswers(answers);
  }

  int members() {
    return byMember.size();
  }

  int digits() {
    return byMember.get(0).size();
  }

  List<Prediction> of(int member) {
    return byMember.get(member);
  }

  double probability(int member, int digit, int label) {
    return byMember.get(member).get(digit).probability(label);
  }

  double logProbability(int member, int digit, int label) {
    double p = probability(member, digit, label);
    return p > FLOOR ? Math.log(p) : LOG_FLOOR;
  }

  /** Whether any member thinks the class possible. */
  boolean isPossible(int digit, int label) {
    for (int member = 0; member < members(); member++) {
      if (probability(member, digit, label) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether no member thinks any class possible, which only a rejected digit comes to. */
  boolean areSilent(int digit) {
    for (int label = 0; label < Prediction.CLASSES; label++) {
      if (isPossible(digit, label)) {
        return false;
      }
    }
    return true;
  }
}
