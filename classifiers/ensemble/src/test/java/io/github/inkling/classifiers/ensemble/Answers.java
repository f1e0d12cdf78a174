package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Members' answers, made up. */
final class Answers {
  private Answers() {}

  /** One member's answer that speaks of the first few digits; the others are ruled out. */
  static Prediction of(double... first) {
    return Prediction.of(Arrays.copyOf(first, Prediction.CLASSES));
  }

  /** An answer of a given confidence. */
  static Prediction sure(int label, double confidence) {
    double[] p = new double[Prediction.CLASSES];
    Arrays.fill(p, (1 - confidence) / (Prediction.CLASSES - 1));
    p[label] = confidence;
    return Prediction.of(p);
  }

  /** What several members say of one digit. */
  static MemberAnswers toOneDigit(Prediction... byMember) {
    return new MemberAnswers(Arrays.stream(byMember).map(List::of).toList());
  }

  /**
   * Members with noisy opinions.
   *
   * @param digits number of digits, whose labels are 0 to 9 in turn
   * @param skill of each member, how much more it gives to the true class than chance would; 0 is a
   *     member that knows nothing
   */
  static JudgedAnswers noisy(int digits, long seed, double... skill) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = new int[digits];
    List<List<Prediction>> byMember = new ArrayList<>();
    for (int m = 0; m < skill.length; m++) {
      byMember.add(new ArrayList<>());
    }
    for (int i = 0; i < digits; i++) {
      labels[i] = i % Prediction.CLASSES;
      for (int m = 0; m < skill.length; m++) {
        double[] scores = new double[Prediction.CLASSES];
        for (int k = 0; k < scores.length; k++) {
          scores[k] = 2 * gaussian(random) + (k == labels[i] ? skill[m] : 0);
        }
        LogScores.normalize(scores);
        byMember.get(m).add(Prediction.of(scores));
      }
    }
    return new JudgedAnswers(new MemberAnswers(byMember), labels);
  }

  private static double gaussian(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
